import { type DigestRhythm, nextDigestAt } from "@/lib/domain/notifications/digest";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { Locale } from "@/lib/i18n/locales";
import type { Transaction } from "@/lib/server/postgres/db";
import { settingsOf } from "@/lib/server/queries/notifications/notification-settings";

type Wanted = { rhythm: DigestRhythm | "never"; zone: string; locale: Locale };

/**
 * From now on a person is sent a mail of what they miss, or none. Who chooses anew is told by the new rhythm of what no mail has
 * told them. The caller holds the lock of the person's row of notification_settings.
 */
export async function chooseDigest(
  tx: Transaction,
  personId: string,
  { rhythm, zone: timeZone, locale }: Wanted,
  now: Date,
): Promise<Ruling<null, "address_needed">> {
  if (rhythm === "never") {
    await tx.mailDigest.deleteMany({ where: { personId } });
    return granted(null);
  }
  const { email, emailVerifiedAt, toldHow } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, emailVerifiedAt: true, toldHow: true },
  });
  if (email === null || emailVerifiedAt === null) return refused("address_needed");
  const quiet = toldHow ? settingsOf(toldHow).quiet : null;
  const chosen = { rhythm, timeZone, locale, dueAt: nextDigestAt(rhythm, { zone: timeZone, quiet }, now), tries: 0 };
  await tx.mailDigest.upsert({ where: { personId }, create: { personId, ...chosen, toldUntil: now }, update: chosen });
  return granted(null);
}
