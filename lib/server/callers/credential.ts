import { readCookie } from "./cookies";
import { GUEST_COOKIE, guestOfKey } from "./guest-cookie";
import { hashOf } from "./secrets";
import { SESSION_COOKIES } from "./session-cookie";

/** What a request shows of who sends it, not yet looked up. A key is a hash, in hex, or a guest's id. */
export type Credential = { way: "token" | "session" | "guest"; key: string };

const ACCESS_TOKEN = /^plnm_[\w-]{43}$/;

/** Longer cookies are not ours. */
const MAX_TOKEN_LENGTH = 200;

/**
 * What a request shows, best first. A bearer token stands alone: writes that carry one are not checked for their origin,
 * so a wrong one must never fall back to the cookies.
 */
export function credentialsOf(headers: Headers): Credential[] {
  const bearer = bearerOf(headers.get("authorization"));
  if (bearer !== null) return credentialsOfBearer(bearer);
  return credentialsOfCookies(headers.get("cookie"));
}

/** An access token, or the key of a guest whom a page keeps to itself. */
function credentialsOfBearer(bearer: string): Credential[] {
  if (ACCESS_TOKEN.test(bearer)) return [{ way: "token", key: hexOf(bearer) }];
  const guest = guestOfKey(bearer);
  return guest ? [{ way: "guest", key: guest }] : [];
}

function credentialsOfCookies(cookieHeader: string | null): Credential[] {
  const session = SESSION_COOKIES.map((name) => readCookie(cookieHeader, name)).find(Boolean);
  const guest = guestOfKey(readCookie(cookieHeader, GUEST_COOKIE));
  return [
    ...(session && session.length <= MAX_TOKEN_LENGTH ? [{ way: "session", key: hexOf(session) } as const] : []),
    ...(guest ? [{ way: "guest", key: guest } as const] : []),
  ];
}

/** The session that a request shows, as its row names it; null where it shows none. Whether it still counts is Postgres's to say. */
export function sessionHashOf(headers: Headers): Buffer<ArrayBuffer> | null {
  const session = credentialsOf(headers).find(({ way }) => way === "session");
  return session ? Buffer.from(session.key, "hex") : null;
}

/** What follows `Bearer`; null where the header is of another scheme, such as a proxy's Basic. */
export function bearerOf(authorization: string | null): string | null {
  const match = /^bearer(?:\s+(.*))?$/i.exec(authorization?.trim() ?? "");
  return match ? (match[1] ?? "").trim() : null;
}

const hexOf = (token: string): string => hashOf(token).toString("hex");
