import { randomBytes } from "node:crypto";
import { readCookie, setCookie } from "@/lib/server/callers/cookies";
import { hashOf } from "@/lib/server/callers/secrets";

const BROWSER_COOKIE = "plenum-sign-in";

/** A little longer than a code lives. */
const BROWSER_COOKIE_SECONDS = 15 * 60;

/** What our marks look like; whatever else stands in the cookie is replaced. */
const MARK = /^[\w-]{43}$/;

/**
 * Marks the browser that asks for a code: the hash is kept with the code, the cookie goes to that browser alone. A browser
 * that has a mark keeps it, so that codes of two addresses can be open in it.
 */
export function markBrowser(request: Request | null): { browserHash: Buffer<ArrayBuffer>; cookie: string } {
  const token = (request && markOf(request)) ?? randomBytes(32).toString("base64url");
  return { browserHash: hashOf(token), cookie: setCookie(BROWSER_COOKIE, token, BROWSER_COOKIE_SECONDS) };
}

/** The hash of the mark that a browser shows; null where it never asked for a code. */
export function browserOf(request: Request): Buffer<ArrayBuffer> | null {
  const token = markOf(request);
  return token ? hashOf(token) : null;
}

export const clearedBrowserCookie = (): string => setCookie(BROWSER_COOKIE, "", 0);

function markOf(request: Request): string | null {
  const token = readCookie(request.headers.get("cookie"), BROWSER_COOKIE);
  return token && MARK.test(token) ? token : null;
}
