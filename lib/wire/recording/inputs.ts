import { z } from "zod";

/** Body of `PUT /api/rooms/:id/recording/answer`. */
export const recordingAnswer = z.strictObject({ agrees: z.boolean() });

/** Body of `PATCH /api/rooms/:id/recordings/:recordingId`. */
export const recordingChanges = z.strictObject({ downloadable: z.boolean() });

/**
 * What `GET /api/rooms/:id/recordings/:recordingId/chat` is asked with: messages before a number, or after one, else those around a moment
 * in milliseconds from the start.
 */
export const replayChatInput = z.object({
  before: z.coerce.number().int().min(1).optional(),
  after: z.coerce.number().int().min(0).optional(),
  at: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
});
