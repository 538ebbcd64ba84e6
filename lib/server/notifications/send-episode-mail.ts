import { kindOfNews, mailNow } from "@/lib/domain/notifications/episode-news";
import { isWanted } from "@/lib/domain/notifications/settings";
import { episodeMail } from "@/lib/server/mail/episode-mail";
import { isSaidLater } from "@/lib/server/mail/said-later";
import { sendMail } from "@/lib/server/mail/send-mail";
import { log } from "@/lib/server/postgres/log";
import { hotSql } from "@/lib/server/postgres/sql";
import { episodeMailFacts } from "@/lib/server/queries/notifications/episode-mail-facts";
import { type ClaimedEpisodeMail, putOffMail } from "./claim-episode-mails";

/** After a minute, and four times as long each time: news of an hour is soon old. */
const RETRY_MS = 60_000;
const MAX_TRIES = 5;

/** `nothing`: they are not to be written to, or want it no more. `later`: put off. `lost`: not sent, or nobody knows. */
export type EpisodeMailOutcome = "sent" | "nothing" | "later" | "lost";

/**
 * Sends what was claimed. Never throws for a mail server: where that has certainly not taken the mail and may do so later, it is put
 * off; in all other cases the claim stands, so that nobody is sent the same twice.
 */
export async function sendEpisodeMail(claimed: ClaimedEpisodeMail, now: Date): Promise<EpisodeMailOutcome> {
  const { kind, round, recipientId, tries } = claimed;
  const found = await episodeMailFacts(claimed, now);
  if (!found) return "nothing";
  const { to, settings, ...facts } = found;
  if (settings && !isWanted(settings.changed, kindOfNews(kind), "mail")) return "nothing";
  const at = settings ? mailNow(kind, settings, now) : now;
  if (at === "drop") return "nothing";
  if (at > now) {
    await putOffMail(hotSql(), claimed, at);
    return "later";
  }
  try {
    await sendMail(to, episodeMail({ who: round, id: recipientId }, facts));
  } catch (fault) {
    // What a mail server says may hold addresses, so only its code is logged.
    const code = fault instanceof Error && "code" in fault ? fault.code : "unknown";
    log().warn({ code, recipientId }, "a mail of an episode could not be sent");
    if (!isSaidLater(fault) || tries + 1 >= MAX_TRIES) return "lost";
    await putOffMail(hotSql(), { ...claimed, tries: tries + 1 }, new Date(now.getTime() + RETRY_MS * 4 ** tries));
    return "later";
  }
  return "sent";
}
