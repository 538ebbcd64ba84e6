import type { PersonId } from "@/lib/domain/ids";
import { setCookie } from "./cookies";
import { sameBytes, sealOf } from "./secrets";

export const GUEST_COOKIE = "plenum-guest";

const GUEST_COOKIE_SECONDS = 30 * 24 * 60 * 60;

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** The Set-Cookie line by which a browser is this guest again: the person's id, signed under the instance's secret. */
export const guestCookie = (personId: PersonId): string =>
  setCookie(GUEST_COOKIE, `${personId}.${sealOf("guest", personId).toString("base64url")}`, GUEST_COOKIE_SECONDS);

/** The Set-Cookie line by which a browser forgets its guest. */
export const clearedGuestCookie = (): string => setCookie(GUEST_COOKIE, "", 0);

/** The guest that a cookie's value names; null where it was not signed here. Whether the guest still exists is Postgres's to say. */
export function guestOfCookie(value: string | null): PersonId | null {
  const match = SHAPE.exec(value ?? "");
  if (!match?.[1] || !match[2]) return null;
  if (!sameBytes(Buffer.from(match[2], "base64url"), sealOf("guest", match[1]))) return null;
  return match[1] as PersonId;
}
