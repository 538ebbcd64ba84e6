import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { mailboxOf } from "@/lib/domain/sign-in/email-address";
import { CODE_DIGITS, LONG_CODE_DIGITS } from "@/lib/domain/sign-in/sign-in-code";
import { siteOf } from "@/lib/server/callers/client-address";
import { spend } from "@/lib/server/limits/limits";

/** Who wants mail sent where. `known`: the browser's name if it has signed in to that address before. */
export type MailAsked = { email: string; client: string; browserHash: Buffer<ArrayBuffer>; known: string | null };

/**
 * Whether mail goes out, and how long its code is. Limits are on who asks: no number of strangers keeps the owner of an
 * address from a code, neither in a browser that has signed in to it before nor in a new one. What many strangers ask for
 * only makes codes longer, and each person who asks wait longer. Answers the same whether the address is a member's or not.
 *
 * Guessing: an address has 20 codes of six digits a day with strangers, five tries each: 100 chances in a million a day.
 * Beyond, a code has twelve digits: a hundred thousand mails, five tries each, are 5 chances in ten million.
 */
export async function spendMail(asked: MailAsked): Promise<Ruling<{ digits: number }, "too_many">> {
  const { email, client, browserHash, known } = asked;
  if (known !== null) {
    const wait = await spend("mailToKnownBrowser", `${known} ${email}`);
    return wait === null ? granted({ digits: CODE_DIGITS }) : tooMany(wait);
  }
  const mailbox = mailboxOf(email);
  const wait =
    (await spend("mailToBrowser", `${browserHash.toString("base64url")} ${email}`)) ??
    (await spend("mailFromClientToAddress", `${client} ${mailbox}`)) ??
    (await spend("mailFromClient", client)) ??
    (await spend("mailFromSite", siteOf(client)));
  if (wait !== null) return tooMany(wait);
  if ((await spend("shortCodesOfAddress", mailbox)) === null) return granted({ digits: CODE_DIGITS });
  const longWait = await spend("mailFromRegionToPressedAddress", `${regionOf(client)} ${mailbox}`);
  return longWait === null ? granted({ digits: LONG_CODE_DIGITS }) : tooMany(longWait);
}

/** The network around a network: the holder of one IPv6 /64 has thousands of them. Three groups or numbers of an address. */
const regionOf = (client: string): string => client.split(/[.:]/, 3).join(":");

const tooMany = (retryAfterSeconds: number) => refused("too_many", { retryAfterSeconds });
