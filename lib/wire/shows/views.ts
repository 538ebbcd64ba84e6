import { z } from "zod";
import { ROOM_KINDS, ROOM_STATUSES } from "@/lib/domain/rooms/room";
import { SHOW_ROLES } from "@/lib/domain/shows/show";
import { roomClub } from "@/lib/wire/clubs/views";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";
import { rhythmView } from "./rhythm";

/** Who leads a show, or one episode. */
const showHost = z.strictObject({ ...personFace.shape, role: z.enum(SHOW_ROLES) });

export type ShowHostView = z.infer<typeof showHost>;

/** A planned room, before its hour or called off, as its page shows it. */
export const episodeView = z.strictObject({
  /** Of its room. */
  id,
  title: z.string(),
  description: z.string(),
  topics: z.array(z.string()),
  language: z.string(),
  /** What it is once it is published. */
  kind: z.enum(ROOM_KINDS),
  guestsAllowed: z.boolean(),
  status: z.enum(ROOM_STATUSES),
  /** Null for one that was announced without an hour. */
  scheduledFor: time.nullable(),
  minutes: z.int(),
  opensItself: z.boolean(),
  /** It is a recurrence of its show's rhythm. */
  recurs: z.boolean(),
  /** Only those who lead it, and whom they let in, know of it. */
  isDraft: z.boolean(),
  cancelled: z.strictObject({ at: time, reason: z.string() }).nullable(),
  /** `zone`: by whose clocks the show recurs. `picture`: the key of its picture. Null for an episode of no show. */
  show: z
    .strictObject({
      slug: z.string(),
      title: z.string(),
      zone: z.string(),
      picture: z.string().nullable(),
      isDraft: z.boolean(),
    })
    .nullable(),
  club: roomClub.nullable(),
  /** Hosts before cohosts, of those that the viewer may know of. */
  hosts: z.array(showHost),
  /** What the viewer is for it; null for whoever leads it not. */
  role: z.enum(SHOW_ROLES).nullable(),
});

export type EpisodeView = z.infer<typeof episodeView>;

/** Answer of `POST /api/episodes` and `PATCH /api/rooms/:roomId/episode`. */
export const episodeAnswer = z.strictObject({ episode: episodeView });

/** The next episode of a show: its room, and when. */
const nextEpisode = z.strictObject({ id, scheduledFor: time.nullable(), status: z.enum(["scheduled", "live"]) });

const aboutShow = {
  id,
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  topics: z.array(z.string()),
  language: z.string(),
  /** The key of its picture, fetched as a portrait is; null where the drawn one stands in. */
  picture: z.string().nullable(),
  isDraft: z.boolean(),
  /** Since when it has no more episodes. */
  endedAt: time.nullable(),
  /** Hosts before cohosts, of those that the viewer may know of. */
  hosts: z.array(showHost),
  /** What the viewer is for it; null for whoever leads it not. */
  role: z.enum(SHOW_ROLES).nullable(),
};

/** A show on a list. */
const showCard = z.strictObject({ ...aboutShow, next: nextEpisode.nullable() });

export type ShowCard = z.infer<typeof showCard>;

/** Answer of `GET /api/shows`. */
export const showPage = z.strictObject({ shows: z.array(showCard), next: z.string().nullable() });

export type ShowPage = z.infer<typeof showPage>;

/** Answer of `GET /api/shows/:showId`. */
export const showView = z.strictObject({
  ...aboutShow,
  club: roomClub.nullable(),
  /** By whose clocks it recurs. */
  zone: z.string(),
  /** Null for a show whose episodes are all planned by hand. */
  rhythm: rhythmView.nullable(),
  /** What an episode is at first. */
  minutes: z.int(),
  kind: z.enum(ROOM_KINDS),
  guestsAllowed: z.boolean(),
  opensItself: z.boolean(),
});

export type ShowView = z.infer<typeof showView>;

/** Answer of `POST /api/shows` and `PATCH /api/shows/:showId`. */
export const showAnswer = z.strictObject({ show: showView });

/** An episode on the page of its show. */
const plannedEpisode = z.strictObject({
  id,
  title: z.string(),
  language: z.string(),
  status: z.enum(ROOM_STATUSES),
  scheduledFor: time.nullable(),
  minutes: z.int(),
  isDraft: z.boolean(),
  cancelled: z.strictObject({ at: time, reason: z.string() }).nullable(),
  /** Which recurrence of its show's rhythm it is; null for one planned by hand. */
  occurrence: z.string().nullable(),
  /** It was changed by itself, and its show's changes leave it as it is. */
  own: z.boolean(),
});

export type PlannedEpisodeView = z.infer<typeof plannedEpisode>;

/** Answer of `GET /api/shows/:showId/episodes`. `toCome`: the next first, those called off among them. `past`: the last first. */
export const showEpisodesView = z.strictObject({ toCome: z.array(plannedEpisode), past: z.array(plannedEpisode) });

export type ShowEpisodes = z.infer<typeof showEpisodesView>;

/** An announced episode on a list of what is to come. */
const announcedEpisode = z.strictObject({
  id,
  title: z.string(),
  topics: z.array(z.string()),
  language: z.string(),
  kind: z.enum(ROOM_KINDS),
  /** Null for one that was announced without an hour. */
  scheduledFor: time.nullable(),
  show: z.strictObject({ slug: z.string(), title: z.string() }).nullable(),
  club: roomClub.nullable(),
  hosts: z.array(showHost),
  /** The viewer follows one who leads it. */
  followed: z.boolean(),
});

export type AnnouncedEpisode = z.infer<typeof announcedEpisode>;
