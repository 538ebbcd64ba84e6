import { isWanted, type NotificationChannel, type NotificationKind } from "@/lib/domain/notifications/settings";
import { granted } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { notificationSettings } from "@/lib/server/queries/notifications/notification-settings";
import { notificationChanges } from "@/lib/wire/notifications/inputs";
import { notificationSettingsView } from "@/lib/wire/notifications/views";

const HOUR_MS = 60 * 60 * 1_000;

/** Changes how the caller is told: of which kinds by which channels, a pause of pushes from now, and the hours of quiet. What is not named stays. */
export const changeNotifications = defineCommand({
  who: "member",
  limit: "notificationActsOfPerson",
  input: notificationChanges,
  output: notificationSettingsView,
  refusals: [],
  summary: "Change how I am told",
  run: async ({ caller, input: { wishes = {}, pauseHours, quiet } }) => {
    const personId = caller.id;
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
    await inTransaction(async (tx) => {
      // The row is there, and locked, before it is read: two cells changed at once are both changed.
      const { changed } = await tx.notificationSettings.upsert({
        where: { personId },
        create: { personId, ...data },
        update: { personId, ...data },
      });
      const wanted = afterChanges(changed, wishes);
      await tx.notificationSettings.update({ where: { personId }, data: { changed: wanted } });
    });
    return granted(await notificationSettings(caller));
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
