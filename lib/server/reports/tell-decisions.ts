import { decisionKey, decisionPage } from "@/lib/server/callers/decision-key";
import { spend } from "@/lib/server/limits/limits";
import { type DecisionNews, decisionMail } from "@/lib/server/mail/decision-mail";
import { mailWay, sendMail } from "@/lib/server/mail/send-mail";
import { hotPool } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";

const MOST_AT_ONCE = 100;

/** `id`: of the report, or of the case, whose key it is. `address` null: nobody to write to. */
type Claimed = { id: string; address: string | null; locale: string; title: string };

/** Where a member of the table `p` is written to. */
const ADDRESS_SQL = "CASE WHEN p.email_verified_at IS NOT NULL AND p.given_up_at IS NULL THEN p.email END";

/** Receipts go to whoever has no account; who has one finds their report by its page. */
const RECEIPTS_SQL = `
UPDATE report r SET receipt_at = now() FROM report_case c
WHERE c.id = r.case_id AND r.id IN (SELECT id FROM report WHERE receipt_at IS NULL ORDER BY at LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED)
RETURNING r.id, r.address, r.locale, c.title`;

const REPORTERS_SQL = `
UPDATE report r SET told_at = now() FROM report_case c
WHERE c.id = r.case_id AND r.id IN (
  SELECT t.id FROM report t JOIN report_case d ON d.id = t.case_id WHERE d.decided_at IS NOT NULL AND t.told_at IS NULL
  ORDER BY t.id LIMIT ${MOST_AT_ONCE} FOR UPDATE OF t SKIP LOCKED)
RETURNING r.id, coalesce(r.address, (SELECT ${ADDRESS_SQL} FROM person p WHERE p.id = r.reporter_id AND p.banned_at IS NULL)) AS address, r.locale, c.title`;

/** Also who is banned by it. Their language is that of what they asked for last. */
const AFFECTED_SQL = `
UPDATE report_case c SET told_at = now() FROM person p
WHERE p.id = c.person_id AND c.id IN (
  SELECT id FROM report_case WHERE decided_at IS NOT NULL AND told_at IS NULL AND measure <> 'none' AND person_id IS NOT NULL
  ORDER BY id LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED)
RETURNING c.id, ${ADDRESS_SQL} AS address, c.title, coalesce((SELECT d.locale FROM mail_digest d WHERE d.person_id = p.id),
  (SELECT v.locale FROM rsvp v WHERE v.person_id = p.id ORDER BY v.at DESC LIMIT 1), 'en') AS locale`;

const APPEALS_SQL = `
UPDATE appeal a SET told_at = now() FROM report_case c WHERE c.id = a.case_id AND a.decided_at IS NOT NULL AND a.told_at IS NULL
RETURNING a.side, coalesce(a.report_id, c.id) AS id, c.title`;

/** $1: the report whose appeal it was, or the case. */
const SIDES_SQL = {
  reporter: `SELECT r.id, coalesce(r.address, ${ADDRESS_SQL}) AS address, r.locale FROM report r LEFT JOIN person p ON p.id = r.reporter_id
    WHERE r.id = $1::uuid`,
  affected: `SELECT c.id, ${ADDRESS_SQL} AS address, 'en' AS locale FROM report_case c JOIN person p ON p.id = c.person_id WHERE c.id = $1::uuid`,
} as const;

/**
 * Writes to those who reported that it came, and to both sides what was decided, once each: what is claimed by a process that dies is not sent,
 * and stands on its page.
 */
export async function tellDecisions(): Promise<void> {
  if (mailWay() === null) return;
  for (const one of await claim(RECEIPTS_SQL)) {
    if (one.address && (await spend("receiptsToMailbox", one.address)) === null) await send("receipt", "reporter", one);
  }
  for (const one of await claim(REPORTERS_SQL)) await send("decided", "reporter", one);
  for (const one of await claim(AFFECTED_SQL)) await send("affected", "affected", one);
  const { rows } = await hotPool().query<{ side: "reporter" | "affected"; id: string; title: string }>(APPEALS_SQL);
  for (const { side, id, title } of rows) {
    const [to] = (await hotPool().query<Omit<Claimed, "title">>(SIDES_SQL[side], [id])).rows;
    if (to) await send("appeal", side, { ...to, title });
  }
}

const claim = async (sql: string): Promise<Claimed[]> => (await hotPool().query<Claimed>(sql)).rows;

async function send(
  news: DecisionNews,
  side: "reporter" | "affected",
  { id, address, locale, title }: Claimed,
): Promise<void> {
  if (!address) return;
  try {
    await sendMail(address, decisionMail(locale, news, title, decisionPage(decisionKey(side, id))));
  } catch (fault) {
    // What a mail server says may hold addresses, so only its code is logged.
    const code = fault instanceof Error && "code" in fault ? fault.code : "unknown";
    log().warn({ code, id }, "a decision could not be mailed");
  }
}
