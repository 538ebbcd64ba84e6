import { z } from "zod";
import { MAX_FAMILY_LINE } from "@/lib/domain/family/hall";
import { language } from "@/lib/wire/fields";
import { line } from "@/lib/wire/text";

/** Input of `POST /api/rooms/:mainRoomId/family-line`. */
export const familyLineInput = z.strictObject({ text: line(MAX_FAMILY_LINE) });

/** Input of `POST /api/rooms/:mainRoomId/people/:personId/seat-offer`: the hall that they are to be offered a seat in. */
export const sendInput = z.strictObject({ roomId: z.uuid() });

/** Input of `POST /api/rooms/:id/overflow`. */
export const overflowInput = z.strictObject({ language });
