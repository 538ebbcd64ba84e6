import { z } from "zod";
import { language } from "@/lib/wire/fields";

/** Input of `PUT /api/rooms/:id/interpreters/:personId`. */
export const interpreterInput = z.strictObject({ language });

/** Input of `PATCH /api/rooms/:id/interpreters/:personId`: the channel to hear instead of the floor (null). */
export const sourceInput = z.strictObject({ sourceLanguage: language.nullable() });

/** Input of `PUT /api/rooms/:hallId/ratings/:language`: 1 is nothing, 5 every word. */
export const ratingInput = z.strictObject({ understood: z.int().min(1).max(5) });
