import type { PersonId } from "@/lib/domain/ids";
import { setCookie } from "./cookies";
import { sameBytes, sealOf } from "./secrets";

export const GUEST_COOKIE = "plenum-guest";

const GUEST_COOKIE_SECONDS = 30 * 24 * 60 * 60;

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** What shows that one is this guest: the person's id, signed under the instance's secret. A page may keep it to itself, as a bearer's. */
export const guestKey = (personId: PersonId): string =>
  `${personId}.${sealOf("guest", personId).toString("base64url")}`;

/** The Set-Cookie line by which a browser is this guest again. */
export const guestCookie = (personId: PersonId): string =>
  setCookie(GUEST_COOKIE, guestKey(personId), GUEST_COOKIE_SECONDS);

/** The Set-Cookie line by which a browser forgets its guest. */
export const clearedGuestCookie = (): string => setCookie(GUEST_COOKIE, "", 0);

/** The guest that a key names; null where it was not signed here. Whether the guest still exists is Postgres's to say. */
export function guestOfKey(value: string | null): PersonId | null {
  const match = SHAPE.exec(value ?? "");
  if (!match?.[1] || !match[2]) return null;
  if (!sameBytes(Buffer.from(match[2], "base64url"), sealOf("guest", match[1]))) return null;
  return match[1] as PersonId;
}
