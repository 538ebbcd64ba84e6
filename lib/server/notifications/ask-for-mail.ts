import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { mailboxOf, normalizeAddress } from "@/lib/domain/sign-in/email-address";
import { addressOf, siteOf } from "@/lib/server/callers/client-address";
import { hashOf } from "@/lib/server/callers/secrets";
import { spend } from "@/lib/server/limits/limits";
import { alreadyMail, confirmMail } from "@/lib/server/mail/episode-mail";
import { localeOf } from "@/lib/server/mail/locale-of";
import { mailWay } from "@/lib/server/mail/send-mail";
import { tryMail } from "@/lib/server/mail/try-mail";
import { zoneOf } from "@/lib/server/mail/zone-of";
import { hotSql } from "@/lib/server/postgres/sql";

/** Of what an address wants to be told: one episode, or a show's. */
type Of = { roomId: string | null; showId: string | null; title: string; path: string };

type Refusal = "bad_input" | "mail_away" | "not_found" | "too_many";

const SECRET_BYTES = 16;

/** Whoever asks once more before they said yes is asked anew, and the link before counts no more; who has said yes stays told as they were. */
const WRITE_SQL = `
INSERT INTO mail_reminder AS m (id, address, room_id, show_id, locale, time_zone, key_hash)
VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5, $6, $7)
ON CONFLICT (CONFLICTING, address) DO UPDATE SET
  key_hash = CASE WHEN m.confirmed_at IS NULL THEN excluded.key_hash ELSE m.key_hash END,
  asked_at = CASE WHEN m.confirmed_at IS NULL THEN now() ELSE m.asked_at END,
  locale = CASE WHEN m.confirmed_at IS NULL THEN excluded.locale ELSE m.locale END,
  time_zone = CASE WHEN m.confirmed_at IS NULL THEN excluded.time_zone ELSE m.time_zone END
RETURNING m.id, m.confirmed_at IS NOT NULL AS confirmed`;

/**
 * Asks an address by mail whether its owner wants to be told; until they say yes it is told nothing. Answers the same whether the
 * address is known or not, and does the same: one row is written, one mail is sent. An address that was asked too often is left
 * alone, which is not answered either.
 */
export async function askForMail(request: Request, text: string, of: Of): Promise<Ruling<null, Refusal>> {
  if (!mailWay()) return refused("not_found");
  const address = normalizeAddress(text);
  if (!address) return refused("bad_input", { field: "email", reason: "address" });
  const client = addressOf(request);
  const wait = (await spend("remindersFromClient", client)) ?? (await spend("remindersFromSite", siteOf(client)));
  if (wait !== null) return refused("too_many", { retryAfterSeconds: wait });
  if ((await spend("remindersToMailbox", mailboxOf(address))) !== null) return granted(null);
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const [locale, zone] = [localeOf(request), zoneOf(request)];
  const [row] = await hotSql().rows<{ id: string; confirmed: boolean }>(
    undefined,
    WRITE_SQL.replace("CONFLICTING", of.roomId ? "room_id" : "show_id"),
    [uuid(), address, of.roomId, of.showId, locale, zone, hashOf(secret)],
  );
  const mail = row?.confirmed
    ? alreadyMail(locale, { what: of.title, path: of.path }, { who: "address", id: row.id })
    : confirmMail(locale, { what: of.title, secret });
  return (await tryMail(address, mail)) ? granted(null) : refused("mail_away", { retryAfterSeconds: 30 });
}
