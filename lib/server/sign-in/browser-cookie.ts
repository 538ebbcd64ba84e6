import { randomBytes } from "node:crypto";
import { readCookie, setCookie } from "@/lib/server/callers/cookies";
import { hashOf } from "@/lib/server/callers/secrets";

const BROWSER_COOKIE = "plenum-sign-in";

/** A little longer than a code lives. */
const BROWSER_COOKIE_SECONDS = 15 * 60;

/** Marks the browser that asks for a code: the hash is kept with the code, the cookie goes to that browser alone. */
export function markBrowser(): { browserHash: Buffer<ArrayBuffer>; token: string; cookie: string } {
  const token = randomBytes(32).toString("base64url");
  return { browserHash: hashOf(token), token, cookie: setCookie(BROWSER_COOKIE, token, BROWSER_COOKIE_SECONDS) };
}

/** The hash of the mark that a browser shows; null where it never asked for a code. */
export function browserOf(request: Request): Buffer<ArrayBuffer> | null {
  const token = readCookie(request.headers.get("cookie"), BROWSER_COOKIE);
  return token ? hashOf(token) : null;
}

export const clearedBrowserCookie = (): string => setCookie(BROWSER_COOKIE, "", 0);
