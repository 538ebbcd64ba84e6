import { z } from "zod";
import { MAX_FAMILY_LINE } from "@/lib/domain/family/hall";
import { language } from "@/lib/wire/fields";
import { line } from "@/lib/wire/text";

/** Input of `POST /api/rooms/:mainRoomId/family-line`. */
export const familyLineInput = z.strictObject({ text: line(MAX_FAMILY_LINE) });

export type FamilyLineInput = z.infer<typeof familyLineInput>;

/** Input of `POST /api/rooms/:mainRoomId/people/:personId/seat-offer`: the hall that they are to be offered a seat in. */
export const sendInput = z.strictObject({ roomId: z.uuid() });

export type SendInput = z.infer<typeof sendInput>;

/** Input of `POST /api/rooms/:id/overflow`. */
export const overflowInput = z.strictObject({ language });

export type OverflowInput = z.infer<typeof overflowInput>;
