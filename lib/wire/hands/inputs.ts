import { z } from "zod";
import { MAX_PICK_REASON, MAX_QUESTION } from "@/lib/domain/hands/hand";
import { line } from "@/lib/wire/text";

/** Input of `POST /api/rooms/:id/hand`. Without a question a hand that is up keeps the one it has. */
export const handInput = z.strictObject({ question: line(MAX_QUESTION, "optional").optional() });

/** Input of `PUT /api/rooms/:id/hands/:personId/pick`. */
export const pickInput = z.strictObject({ reason: line(MAX_PICK_REASON, "optional") });

/** Query of `GET /api/rooms/:id/hands`: whose hand was the last one read. */
export const handsPageInput = z.object({ after: z.uuid().optional() });
