import { digestMail } from "@/lib/server/mail/digest-mail";
import { isSaidLater } from "@/lib/server/mail/said-later";
import { sendMail } from "@/lib/server/mail/send-mail";
import { log } from "@/lib/server/postgres/log";
import { hotSql } from "@/lib/server/postgres/sql";
import { digestNews } from "@/lib/server/queries/notifications/digest-news";
import type { ClaimedDigest } from "./claim-digests";

/** After a quarter of an hour, and twice as long each time; then it is left to the next morning. */
const RETRY_MS = 15 * 60_000;
const MAX_TRIES = 5;

/** Nothing that the person changed meanwhile is overwritten. */
const SENT_SQL = "UPDATE mail_digest SET sent_at = now() WHERE person_id = $1::uuid AND due_at = $2::timestamptz";

/** As before the claim, but later; the claim itself counts as no try, so that after a long outage the next mail has all of its own. */
const PUT_BACK_SQL = `
UPDATE mail_digest SET told_until = $3::timestamptz, tries = $5::smallint, due_at = least(due_at, $4::timestamptz)
WHERE person_id = $1::uuid AND due_at = $2::timestamptz`;

/** `nothing`: they missed nothing, or want or may get no mail any more. `later`: put back. `lost`: not sent, or nobody knows. */
export type DigestOutcome = "sent" | "nothing" | "later" | "lost";

/**
 * Sends what was claimed. Never throws for a mail server: where that has certainly not taken the mail and may do so later, the claim is
 * undone; in all other cases it stands, so that nobody is sent the same twice.
 */
export async function sendDigest(claimed: ClaimedDigest, now: Date): Promise<DigestOutcome> {
  const { personId, nextAt, since, tries } = claimed;
  const found = await digestNews(personId, claimed);
  if (!found || found.news.length === 0) return "nothing";
  try {
    await sendMail(found.to, digestMail(personId, found));
  } catch (fault) {
    // What a mail server says may hold addresses, so only its code is logged.
    const code = fault instanceof Error && "code" in fault ? fault.code : "unknown";
    log().warn({ code, personId }, "a digest could not be sent");
    if (!isSaidLater(fault) || tries + 1 >= MAX_TRIES) return "lost";
    const again = new Date(now.getTime() + RETRY_MS * 2 ** tries);
    await hotSql().rows("put-back-digest", PUT_BACK_SQL, [personId, nextAt, since, again, tries + 1]);
    return "later";
  }
  await hotSql().rows("digest-sent", SENT_SQL, [personId, nextAt]);
  return "sent";
}
