import { z } from "zod";
import { CLUB_NEWS } from "@/lib/domain/notifications/club-news";
import { DIGEST_RHYTHMS } from "@/lib/domain/notifications/digest";
import { EPISODE_NEWS } from "@/lib/domain/notifications/episode-news";
import { NOTIFICATION_CHANNELS, NOTIFICATION_KINDS } from "@/lib/domain/notifications/settings";
import { SHOW_ROLES } from "@/lib/domain/shows/show";
import { roomClub } from "@/lib/wire/clubs/views";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/** One thing that I am told. The followers of one day are one notification, as are those who ask at one club. */
const notificationView = z.strictObject({
  /** Where it stands in the list; goes into `before`. */
  key: z.string(),
  /** `decision`: about a report; everybody is told, whatever they wish. */
  kind: z.enum([...NOTIFICATION_KINDS, "decision"]),
  at: time,
  /** Whom it is about: who went live, who calls, who followed last; who invited me, let me in, made me a host, or asked last; whose episode it is. */
  person: personFace,
  /** How many more followed, or asked, that day. */
  others: z.int(),
  /** Where it leads; null for followers, clubs and shows. `live`: one can still come. */
  room: z.strictObject({ id, title: z.string(), live: z.boolean() }).nullable(),
  /** Of kind `club`: of which, and what is new there. */
  club: z.strictObject({ ...roomClub.shape, news: z.enum(CLUB_NEWS) }).nullable(),
  /** Of `episode` and `episode_change`: what is new of the room. */
  episode: z
    .strictObject({
      news: z.enum(EPISODE_NEWS),
      /** Of `moved`: the hour before. Of `moved` and `soon`: its hour. */
      fromAt: time.nullable(),
      toAt: time.nullable(),
      /** Of `renamed`: the title before. */
      fromTitle: z.string().nullable(),
      /** Of `cancelled`: why, as its hosts say; may be empty. */
      reason: z.string(),
    })
    .nullable(),
  /** Of kind `show`: the invitation by which I am a guest of the room, which show I lead now, and as what, or into which language I am to interpret the room. */
  guest: z.strictObject({ id }).nullable(),
  show: z.strictObject({ id, slug: z.string(), title: z.string(), role: z.enum(SHOW_ROLES) }).nullable(),
  interprets: z.string().nullable(),
  /** Of kind `decision`: about what I reported, or what is mine, and the key of its page. */
  decision: z.strictObject({ side: z.enum(["reporter", "affected"]), title: z.string(), key: z.string() }).nullable(),
  /** I have not seen it yet. */
  unread: z.boolean(),
});

export type NotificationView = z.infer<typeof notificationView>;

/** Answer of `GET /api/me/notifications`, newest first; `next` goes into `before`, null on the last page. */
export const notificationPage = z.strictObject({
  notifications: z.array(notificationView),
  next: z.string().nullable(),
});

export type NotificationPage = z.infer<typeof notificationPage>;

/** Answer of `GET /api/me/notifications/unread` and `POST /api/me/notifications/seen`. Counted up to 100. */
export const unreadAnswer = z.strictObject({ unread: z.int() });

/** How I am told of each kind, by each channel. */
const wishes = z.strictObject(
  Object.fromEntries(
    NOTIFICATION_KINDS.map((kind) => [
      kind,
      z.strictObject(Object.fromEntries(NOTIFICATION_CHANNELS.map((channel) => [channel, z.boolean()]))),
    ]),
  ) as Record<
    (typeof NOTIFICATION_KINDS)[number],
    z.ZodObject<Record<(typeof NOTIFICATION_CHANNELS)[number], z.ZodBoolean>>
  >,
);

/** Answer of `GET|PATCH /api/me/notifications/settings`. Minutes are of the day in `zone`. */
export const notificationSettingsView = z.strictObject({
  wishes,
  pausedUntil: time.nullable(),
  quiet: z.strictObject({ from: z.int(), until: z.int(), zone: z.string() }).nullable(),
  /** The mail of what I missed; null where this instance sends no mail. */
  digest: z
    .strictObject({
      rhythm: z.enum(["never", ...DIGEST_RHYTHMS]),
      /** By whose clock it comes. */
      zone: z.string().nullable(),
      /** Where it goes: my confirmed address; null while I have none. */
      address: z.string().nullable(),
    })
    .nullable(),
});

export type NotificationSettingsView = z.infer<typeof notificationSettingsView>;

/** Answer of `GET /api/me/notification-mutes`: of whom I want to be told nothing. */
export const mutedPeople = z.strictObject({ people: z.array(personFace) });
