import { z } from "zod";
import { MAX_PICK_REASON, MAX_QUESTION } from "@/lib/domain/hands/hand";
import { language } from "@/lib/wire/fields";
import { line } from "@/lib/wire/text";

/**
 * Input of `POST /api/rooms/:id/hand`. Without a question a hand that is up keeps the one it has. `asksIn`: the language that
 * its owner listens to; null for the floor's, and a hand that is up keeps what it has where it is left out.
 */
export const handInput = z.strictObject({
  question: line(MAX_QUESTION, "optional").optional(),
  asksIn: language.nullable().optional(),
});

/** Input of `PUT /api/rooms/:id/hands/:personId/pick`. */
export const pickInput = z.strictObject({ reason: line(MAX_PICK_REASON, "optional") });

/** Query of `GET /api/rooms/:id/hands`: whose hand was the last one read. */
export const handsPageInput = z.object({ after: z.uuid().optional() });
