import { z } from "zod";

/** Body of `PUT /api/rooms/:id/recording/answer`. */
export const recordingAnswer = z.strictObject({ agrees: z.boolean() });

/** Body of `PATCH /api/rooms/:id/recordings/:recordingId`. */
export const recordingChanges = z.strictObject({ downloadable: z.boolean() });
