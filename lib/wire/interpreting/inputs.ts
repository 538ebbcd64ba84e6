import { z } from "zod";
import { language } from "@/lib/wire/fields";

/** Input of `PUT /api/rooms/:id/interpreters/:personId`. */
export const interpreterInput = z.strictObject({ language });

/** Input of `PATCH /api/rooms/:id/interpreters/:personId`: the channel to hear instead of the floor (null). */
export const sourceInput = z.strictObject({ sourceLanguage: language.nullable() });

/** Input of `POST /api/rooms/:id/interpreters/:personId/to-stage`. `again`: a fresh pass, only where one is turned to it still. */
export const turnInput = z.strictObject({ again: z.boolean().optional() });

/** Input of `PUT /api/rooms/:hallId/ratings/:language`: 1 is nothing, 5 every word. */
export const ratingInput = z.strictObject({ understood: z.int().min(1).max(5) });
