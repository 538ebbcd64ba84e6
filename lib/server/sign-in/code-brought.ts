import { readCookie, setCookie } from "@/lib/server/callers/cookies";
import { sameBytes, sealOf } from "@/lib/server/callers/secrets";

const COOKIE = "plenum-invite";

/** As long as somebody may take to decide. */
const COOKIE_SECONDS = 14 * 24 * 60 * 60;

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/**
 * The Set-Cookie line by which a browser keeps the code that it brought, through however many pages and providers. Signed, so that
 * codes can be tried out nowhere but where they are typed in, and counted.
 */
export const broughtCookie = (codeId: string): string =>
  setCookie(COOKIE, `${codeId}.${sealed(codeId).toString("base64url")}`, COOKIE_SECONDS);

export const clearedBroughtCookie = (): string => setCookie(COOKIE, "", 0);

/** The id of the code that a browser brought; null where it brought none. Whether it still counts is Postgres's to say. */
export function codeBroughtBy(headers: Pick<Headers, "get">): string | null {
  const [, id, seal] = SHAPE.exec(readCookie(headers.get("cookie"), COOKIE) ?? "") ?? [];
  if (!id || !seal) return null;
  return sameBytes(Buffer.from(seal, "base64url"), sealed(id)) ? id : null;
}

const sealed = (id: string): Buffer<ArrayBuffer> => sealOf("invite code brought", id);
