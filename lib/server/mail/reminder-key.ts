import { env } from "@/lib/env";
import { sameBytes, sealOf } from "@/lib/server/callers/secrets";

/** Whose mails of episodes a link ends: a member's, all of them; or those to an address without an account, of the one that it asked for. */
export type ReminderHolder = { who: "member" | "address"; id: string };

const SHAPE = /^([ma])\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/;
const LETTERS = { member: "m", address: "a" } as const;

/** What stands in such a mail's link: signed under the instance's secret, as unsubscribe-key.ts. It counts for as long as there is something to end. */
export function endKey({ who, id }: ReminderHolder): string {
  return `${LETTERS[who]}.${id}.${sealOf(`end reminders of ${who}`, id).toString("base64url")}`;
}

/** Null where it was not signed here. */
export function holderOfEndKey(key: string): ReminderHolder | null {
  const [, letter, id, seal] = SHAPE.exec(key) ?? [];
  if (!id || !seal) return null;
  const who = letter === LETTERS.member ? "member" : "address";
  return sameBytes(Buffer.from(seal, "base64url"), sealOf(`end reminders of ${who}`, id)) ? { who, id } : null;
}

/** Where a mail program posts to (RFC 8058); opened in a browser it leads to the page with the button. */
export const endAddress = (key: string): string => ours(`/api/mail-reminders/${key}`);

export const endPage = (key: string): string => ours(`/reminders/${key}`);

/** Where whoever asked says that they did. `secret`: in no table, only its hash is. */
export const confirmPage = (secret: string): string => ours(`/reminders/confirm/${secret}`);

const ours = (path: string): string => new URL(path, env().PLENUM_URL).href;
