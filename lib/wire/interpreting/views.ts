import { z } from "zod";
import { id } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";
import { mediaPass } from "@/lib/wire/seats/views";

const interpreterView = z.strictObject({
  person: personFace,
  onAir: z.boolean(),
  /** They speak on the main stage for somebody who asks in their language, and their channel is silent. */
  toStage: z.boolean(),
  source: z.string().nullable(),
});

export type InterpreterView = z.infer<typeof interpreterView>;

/** A language that a family is interpreted into. `source`: the language heard instead of the floor; null for the floor. */
export const channelView = z.strictObject({ language: z.string(), interpreters: z.array(interpreterView) });

export type ChannelView = z.infer<typeof channelView>;

/** Where a channel is heard; `speaks`: the pass is an interpreter's own, to be heard in it. */
export const channelPass = z.strictObject({ media: mediaPass, speaks: z.boolean() });

/** Where an interpreter speaks on the main stage. */
export const turnedPass = z.strictObject({ media: mediaPass });

const channelAudience = z.strictObject({ language: z.string(), listeners: z.int() });

/** How many hear a language, in all halls of the family. */
export type ChannelAudience = z.infer<typeof channelAudience>;

const ratingAverage = z.strictObject({
  hallId: id,
  number: z.int(),
  language: z.string(),
  understood: z.number(),
  count: z.int(),
});

/** How well a language is understood in a hall: the average of so many ratings. */
export type RatingAverage = z.infer<typeof ratingAverage>;

/** Answer of `GET /api/rooms/:id/channels`. */
export const channelAudienceList = z.strictObject({ channels: z.array(channelAudience) });

/** Answer of `GET /api/rooms/:id/ratings`. */
export const ratingList = z.strictObject({ ratings: z.array(ratingAverage) });
