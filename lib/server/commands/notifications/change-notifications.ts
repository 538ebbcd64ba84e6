import { isWanted, type NotificationChannel, type NotificationKind } from "@/lib/domain/notifications/settings";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { localeOf } from "@/lib/server/mail/locale-of";
import { mailWay } from "@/lib/server/mail/send-mail";
import { canBeMailed, chooseDigest } from "@/lib/server/notifications/choose-digest";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { notificationSettings } from "@/lib/server/queries/notifications/notification-settings";
import { notificationChanges } from "@/lib/wire/notifications/inputs";
import { notificationSettingsView } from "@/lib/wire/notifications/views";

const HOUR_MS = 60 * 60 * 1_000;

/**
 * Changes how the caller is told: of which kinds by which channels, a pause from now, the hours of quiet, and the mail of what they
 * missed, for which they need a confirmed address. What is not named stays.
 */
export const changeNotifications = defineCommand({
  who: "member",
  limit: "notificationActsOfPerson",
  input: notificationChanges,
  output: notificationSettingsView,
  refusals: ["not_allowed", "address_needed"],
  summary: "Change how I am told",
  run: async ({ caller, request, input: { wishes = {}, pauseHours, quiet, digest } }) => {
    const personId = caller.id;
    const mails = mailWay() !== null;
    const wantsMail = digest !== undefined && digest.rhythm !== "never";
    if (wantsMail && !mails) return refused("not_allowed");
    const data = {
      ...(pauseHours !== undefined && {
        pausedUntil: pauseHours > 0 ? new Date(Date.now() + pauseHours * HOUR_MS) : null,
      }),
      ...(quiet !== undefined && {
        quietFrom: quiet?.from ?? null,
        quietUntil: quiet?.until ?? null,
        timeZone: quiet?.zone ?? null,
      }),
    };
    const ruling = await inTransaction(async (tx) => {
      if (wantsMail && !(await canBeMailed(tx, personId))) return refused("address_needed");
      // The row is there, and locked, before it is read: two cells changed at once are both changed.
      const { changed } = await tx.notificationSettings.upsert({
        where: { personId },
        create: { personId, ...data },
        update: { personId, ...data },
      });
      const wanted = afterChanges(changed, wishes);
      await tx.notificationSettings.update({ where: { personId }, data: { changed: wanted } });
      if (digest) await chooseDigest(tx, personId, { ...digest, locale: localeOf(request) }, new Date());
      return granted(null);
    });
    return ruling.ok ? granted(await notificationSettings(caller, { mails })) : ruling;
  },
});

/** The wishes that are not as everybody has them at first, once these cells are as asked. */
function afterChanges(before: readonly string[], wishes: Readonly<Record<string, boolean | undefined>>): string[] {
  const changed = new Set(before);
  for (const [wish, wanted] of Object.entries(wishes)) {
    const [kind, channel] = wish.split(".") as [NotificationKind, NotificationChannel];
    if (isWanted([], kind, channel) === wanted) changed.delete(wish);
    else changed.add(wish);
  }
  return [...changed].sort();
}
