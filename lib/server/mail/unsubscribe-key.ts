import type { PersonId } from "@/lib/domain/ids";
import { env } from "@/lib/env";
import { sameBytes, sealOf } from "@/lib/server/callers/secrets";

const SHAPE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;

/** What stands in a mail's link and ends the mails to this person: their id, signed under the instance's secret. It counts forever, as mails are kept. */
export const unsubscribeKey = (personId: string): string =>
  `${personId}.${sealOf("unsubscribe", personId).toString("base64url")}`;

/** Whose mails a key ends; null where it was not signed here. */
export function personOfUnsubscribeKey(key: string): PersonId | null {
  const [, personId, seal] = SHAPE.exec(key) ?? [];
  if (!personId || !seal) return null;
  return sameBytes(Buffer.from(seal, "base64url"), sealOf("unsubscribe", personId)) ? (personId as PersonId) : null;
}

/** Where a mail program posts to (RFC 8058); opened in a browser it leads to unsubscribePage. */
export const unsubscribeAddress = (personId: string): string =>
  new URL(`/api/unsubscribe/${unsubscribeKey(personId)}`, env().PLENUM_URL).href;

/** The page with the button: what looks at every link of a mail must end nothing. */
export const unsubscribePage = (key: string): string => new URL(`/unsubscribe/${key}`, env().PLENUM_URL).href;
