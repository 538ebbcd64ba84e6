import { type DigestRhythm, nextDigestAt } from "@/lib/domain/notifications/digest";
import type { Locale } from "@/lib/i18n/locales";
import type { Transaction } from "@/lib/server/postgres/db";
import { settingsOf } from "@/lib/server/queries/notifications/notification-settings";

type Wanted = { rhythm: DigestRhythm | "never"; zone: string; locale: Locale };

/**
 * From now on a person with a confirmed address is sent a mail of what they miss, or none. Who chooses anew is told by the new
 * rhythm of what no mail has told them. The caller holds the lock of the person's row of notification_settings.
 */
export async function chooseDigest(
  tx: Transaction,
  personId: string,
  { rhythm, zone: timeZone, locale }: Wanted,
  now: Date,
): Promise<void> {
  if (rhythm === "never") {
    await tx.mailDigest.deleteMany({ where: { personId } });
    return;
  }
  const settings = await tx.notificationSettings.findUnique({ where: { personId } });
  const quiet = settings ? settingsOf(settings).quiet : null;
  const chosen = { rhythm, timeZone, locale, dueAt: nextDigestAt(rhythm, { zone: timeZone, quiet }, now), tries: 0 };
  await tx.mailDigest.upsert({ where: { personId }, create: { personId, ...chosen, toldUntil: now }, update: chosen });
}

/** Whether mail can be sent to somebody: to an address that they have shown to be theirs. */
export async function canBeMailed(tx: Transaction, personId: string): Promise<boolean> {
  const where = { id: personId, email: { not: null }, emailVerifiedAt: { not: null } };
  return (await tx.person.count({ where })) > 0;
}
