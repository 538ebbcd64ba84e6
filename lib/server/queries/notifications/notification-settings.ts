import type { PersonId } from "@/lib/domain/ids";
import {
  isWanted,
  NOTIFICATION_CHANNELS,
  NOTIFICATION_KINDS,
  type NotificationSettings,
} from "@/lib/domain/notifications/settings";
import { db } from "@/lib/server/postgres/db";
import type { NotificationSettingsView } from "@/lib/wire/notifications/views";

/** How somebody is told of whom nothing is written. */
const AS_EVERYBODY: NotificationSettings = { changed: [], pausedUntil: null, quiet: null };

/** How this person wants to be told. `mails`: this instance sends mail. */
export async function notificationSettings(
  { id }: { id: PersonId },
  { mails }: { mails: boolean },
): Promise<NotificationSettingsView> {
  const [row, digest] = await Promise.all([
    db().notificationSettings.findUnique({ where: { personId: id } }),
    mails ? digestOf(id) : null,
  ]);
  const { changed, pausedUntil, quiet } = row ? settingsOf(row) : AS_EVERYBODY;
  const wishes = Object.fromEntries(
    NOTIFICATION_KINDS.map((kind) => [
      kind,
      Object.fromEntries(NOTIFICATION_CHANNELS.map((channel) => [channel, isWanted(changed, kind, channel)])),
    ]),
  ) as NotificationSettingsView["wishes"];
  const paused = pausedUntil !== null && pausedUntil > new Date();
  return { wishes, pausedUntil: paused ? pausedUntil.toISOString() : null, quiet, digest };
}

async function digestOf(id: PersonId): Promise<NotificationSettingsView["digest"]> {
  const { email, emailVerifiedAt, mailDigest } = await db().person.findUniqueOrThrow({
    where: { id },
    select: { email: true, emailVerifiedAt: true, mailDigest: { select: { rhythm: true, timeZone: true } } },
  });
  return {
    rhythm: mailDigest?.rhythm ?? "never",
    zone: mailDigest?.timeZone ?? null,
    address: email !== null && emailVerifiedAt !== null ? email : null,
  };
}

/** What a row of notification_settings says. */
export type SettingsRow = {
  changed: string[] | null;
  pausedUntil: Date | null;
  quietFrom: number | null;
  quietUntil: number | null;
  timeZone: string | null;
};

/** A row, or the nulls of one that is not there, as the rule takes it. */
export function settingsOf({
  changed,
  pausedUntil,
  quietFrom,
  quietUntil,
  timeZone,
}: SettingsRow): NotificationSettings {
  const quiet =
    quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil, zone: timeZone ?? "UTC" };
  return { changed: changed ?? [], pausedUntil, quiet };
}
