import { z } from "zod";
import { MAX_NOTICE_LENGTH } from "@/lib/domain/family/hall";
import { language } from "@/lib/wire/fields";
import { line } from "@/lib/wire/text";

/** Input of `POST /api/rooms/:mainRoomId/family-line`. */
export const noticeInput = z.strictObject({ text: line(MAX_NOTICE_LENGTH) });

/** Input of `POST /api/rooms/:mainRoomId/people/:personId/seat-offer`: the hall that they are to be offered a seat in. */
export const sendInput = z.strictObject({ roomId: z.uuid() });

/** Input of `POST /api/rooms/:id/overflow`. */
export const overflowInput = z.strictObject({ language });
