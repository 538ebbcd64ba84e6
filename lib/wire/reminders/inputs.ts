import { z } from "zod";

/** Input of `PUT /api/rooms/:roomId/attendance`. `remind`: be told shortly before its hour; so if nothing is said. */
export const attendanceInput = z.strictObject({ remind: z.boolean().optional() });

/** Input of `POST /api/rooms/:roomId/mail-reminders` and `POST /api/shows/:showId/mail-reminders`. */
export const mailReminderInput = z.strictObject({ email: z.string().max(320) });
