import type { PersonId } from "@/lib/domain/ids";
import { claimEpisodeMails, claimPutOffMails, dueEpisodeMails } from "@/lib/server/notifications/claim-episode-mails";
import { claimEpisodePushes, dueEpisodePushes } from "@/lib/server/notifications/claim-episode-pushes";
import { sendEpisodeMail } from "@/lib/server/notifications/send-episode-mail";
import { sendPushes } from "@/lib/server/notifications/send-pushes";
import { hotSql } from "@/lib/server/postgres/sql";
import { myNotifications } from "@/lib/server/queries/notifications/my-notifications";
import type { SmtpCatcher } from "@/tests/support/mail/smtp-catcher";

/** As the worker does it, claims and sends pushes until none is due; answers the news and whom it reached, in order. */
export async function pushAll(now = new Date()): Promise<string[]> {
  const told: string[] = [];
  for (;;) {
    const due = await dueEpisodePushes(hotSql());
    if (due.length === 0) return told;
    for (const news of due) {
      const claimed = (await claimEpisodePushes(news, now)) ?? [];
      await sendPushes(claimed);
      told.push(...claimed.map(({ target }) => `${news.kind} ${target.endpoint.split("/").at(-1)}`));
    }
  }
}

/** The same of mails; answers to whom each went, and its subject. */
export async function mailAll({ mails }: SmtpCatcher, now = new Date()): Promise<string[]> {
  const before = mails.length;
  for (;;) {
    const due = await dueEpisodeMails(hotSql());
    const later = await claimPutOffMails(hotSql(), now);
    if (due.length === 0 && later.length === 0) break;
    for (const one of later) await sendEpisodeMail(one, now);
    for (const news of due)
      for (const one of (await claimEpisodeMails(news, now)) ?? []) await sendEpisodeMail(one, now);
  }
  return mails.slice(before).map(({ to, subject }) => `${to.join()} ${plain(subject)}`);
}

/** Without what keeps a stranger's words apart. */
export const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, "");

/** What stands in somebody's list, the newest first. */
export const listOf = async (who: PersonId): Promise<string[]> =>
  (await myNotifications({ id: who }, null)).notifications.map(({ kind, episode }) => `${kind} ${episode?.news}`);
