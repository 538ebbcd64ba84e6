import { z } from "zod";
import { ROOM_KINDS } from "@/lib/domain/rooms/room";
import { EPISODE_MINUTES, SHOW_ROLES } from "@/lib/domain/shows/show";
import { SHOW_SLUG } from "@/lib/domain/shows/show-slug";
import { id, language, topics } from "@/lib/wire/fields";
import { line, text } from "@/lib/wire/text";
import { rhythmInput } from "./rhythm";

const { zone, firstAt } = rhythmInput.shape;

const title = line(120);
const description = text(2_000, "optional");
const minutes = z.int().min(EPISODE_MINUTES.least).max(EPISODE_MINUTES.most);

/** When its episodes are, by the clocks of the show's zone; null for a show whose episodes are all planned by hand. */
const rhythm = rhythmInput.omit({ zone: true, minutes: true }).nullable();

/** Who may come into an episode, and how it begins. */
const door = {
  kind: z.enum(ROOM_KINDS),
  guestsAllowed: z.boolean(),
  /** It goes live by itself at its hour. */
  opensItself: z.boolean(),
};

/** Input of `POST /api/shows`. */
export const showFields = z.strictObject({
  title,
  /** Its part of the show's address, which stays. */
  slug: z.string().regex(SHOW_SLUG, { message: "slug" }),
  description: description.default(""),
  topics: topics.default([]),
  language: language.default("en"),
  /** Of those that its maker is a member of. */
  clubId: id.nullable().default(null),
  zone,
  rhythm: rhythm.default(null),
  minutes: minutes.default(60),
  kind: door.kind.default("open"),
  guestsAllowed: door.guestsAllowed.default(true),
  opensItself: door.opensItself.default(false),
});

export type ShowFields = z.infer<typeof showFields>;

/** Input of `PATCH /api/shows/:showId`. */
export const showChanges = z
  .strictObject({ title, description, topics, language, clubId: id.nullable(), zone, rhythm, minutes, ...door })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { message: "empty" });

export type ShowChanges = z.infer<typeof showChanges>;

/** An hour by the clocks of a zone. */
const when = z.strictObject({ at: firstAt, zone });

/** Input of `POST /api/episodes`: one planned by hand, of a show or of none. */
export const episodeFields = z.strictObject({
  /** Of those that its maker leads. */
  showId: id.nullable().default(null),
  title,
  description: description.default(""),
  topics: topics.default([]),
  language: language.default("en"),
  clubId: id.nullable().default(null),
  when,
  minutes: minutes.default(60),
  kind: door.kind.default("open"),
  guestsAllowed: door.guestsAllowed.default(true),
  opensItself: door.opensItself.default(false),
  /** False for a draft. One of a draft show is a draft in any case. */
  publish: z.boolean().default(true),
});

export type EpisodeFields = z.infer<typeof episodeFields>;

/** Input of `PATCH /api/rooms/:roomId/episode`. `scope`: this one alone, or this and all after it of the show's rhythm. */
export const episodeChanges = z
  .strictObject({ title, description, topics, language, when, minutes, ...door })
  .partial()
  .extend({ scope: z.enum(["one", "following"]).default("one") })
  .refine(({ scope: _, ...changes }) => Object.keys(changes).length > 0, { message: "empty" });

export type EpisodeChanges = z.infer<typeof episodeChanges>;

/** Input of `DELETE /api/rooms/:roomId/episode` and `DELETE /api/shows/:showId`: why, for all who wanted to come. */
export const callOffInput = z.strictObject({ reason: text(500, "optional").default("") });

/** Input of `POST /api/shows/:showId/hosts`: whom, by their handle. */
export const showHostInput = z.strictObject({
  handle: z.string().regex(/^[a-z0-9_]{2,30}$/, { message: "handle" }),
  role: z.enum(SHOW_ROLES).default("cohost"),
});

/** Query of `GET /api/shows`. `after`: `next` of the page before. */
export const showPageInput = z.object({ after: z.string().max(100).optional() });
