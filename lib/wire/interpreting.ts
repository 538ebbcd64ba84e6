import { z } from "zod";
import { language } from "./inputs";
import type { MediaPass, PersonFace } from "./views";

/** Input of `PUT /api/rooms/:id/interpreters/:personId`. */
export const interpreterInput = z.strictObject({ language });

export type InterpreterInput = z.infer<typeof interpreterInput>;

/** Input of `PATCH /api/rooms/:id/interpreters/:personId`: the channel to hear instead of the floor (null). */
export const sourceInput = z.strictObject({ sourceLanguage: language.nullable() });

export type SourceInput = z.infer<typeof sourceInput>;

/** Input of `PUT /api/rooms/:hallId/ratings/:language`: 1 is nothing, 5 every word. */
export const ratingInput = z.strictObject({ understood: z.int().min(1).max(5) });

export type RatingInput = z.infer<typeof ratingInput>;

/** Input of `POST /api/rooms/:id/overflow`. */
export const overflowInput = z.strictObject({ language });

export type OverflowInput = z.infer<typeof overflowInput>;

/** A language that a family is interpreted into. `source`: the language heard instead of the floor; null for the floor. */
export type ChannelView = { language: string; interpreters: InterpreterView[] };

export type InterpreterView = { person: PersonFace; onAir: boolean; source: string | null };

/** Where a channel is heard; `speaks`: the pass is an interpreter's own, to be heard in it. */
export type ChannelPass = { media: MediaPass; speaks: boolean };

/** How many hear a language, in all halls of the family. */
export type ChannelAudience = { language: string; listeners: number };

/** How well a language is understood in a hall: the average of so many ratings. */
export type RatingAverage = { hallId: string; number: number; language: string; understood: number; count: number };
