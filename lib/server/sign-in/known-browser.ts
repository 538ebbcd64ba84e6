import { randomBytes } from "node:crypto";
import { readCookie, setCookie } from "@/lib/server/callers/cookies";
import { sameBytes, sealOf } from "@/lib/server/callers/secrets";

const KNOWN_COOKIE = "plenum-known";

const KNOWN_COOKIE_SECONDS = 400 * 24 * 60 * 60;

/** A family's computer; one more person who signs in there pushes the oldest out. */
const ADDRESSES_KEPT = 4;

/** `id.seal.seal…`: a name for the browser, and one seal for each address that has signed in there. No address in clear. */
const SHAPE = /^[\w-]{22}(?:\.[\w-]{43})+$/;

/**
 * The browser's name if somebody has signed in there to this address before; null for all others. What strangers ask for
 * is not counted against it.
 */
export function knownBrowser(request: Request, email: string): string | null {
  const { id, seals } = read(request);
  const own = seal(id, email);
  return seals.some((one) => sameBytes(Buffer.from(one), Buffer.from(own))) ? id : null;
}

/** The Set-Cookie line by which this browser is known from now on for that address too. */
export function rememberBrowser(request: Request, email: string): string {
  const { id, seals } = read(request);
  const own = seal(id, email);
  const kept = [own, ...seals.filter((one) => one !== own)].slice(0, ADDRESSES_KEPT);
  return setCookie(KNOWN_COOKIE, [id, ...kept].join("."), KNOWN_COOKIE_SECONDS);
}

function read(request: Request): { id: string; seals: string[] } {
  const value = readCookie(request.headers.get("cookie"), KNOWN_COOKIE) ?? "";
  const [id, ...seals] = SHAPE.test(value) ? value.split(".") : [];
  return { id: id ?? randomBytes(16).toString("base64url"), seals: seals.slice(0, ADDRESSES_KEPT) };
}

const seal = (id: string, email: string): string => sealOf("known browser", `${id}\n${email}`).toString("base64url");
