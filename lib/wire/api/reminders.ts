// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as remindersInputs from "@/lib/wire/reminders/inputs";
import type * as remindersViews from "@/lib/wire/reminders/views";

export type RemindersApi = {
  "POST /api/mail-reminders/:key": {
    params: { key: string };
    asked: z.input<typeof fields.noBody>;
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/mail-reminders/confirmations/:secret": {
    params: { secret: string };
    answer: z.output<typeof fields.nothing>;
  };
  "PUT /api/me/calendar-key": { answer: z.output<typeof remindersViews.calendarKeyAnswer> };
  "DELETE /api/me/calendar-key": { answer: z.output<typeof fields.nothing> };
  "GET /api/rooms/:roomId/attendance": {
    params: { roomId: string };
    answer: z.output<typeof remindersViews.attendanceView>;
  };
  "PUT /api/rooms/:roomId/attendance": {
    params: { roomId: string };
    input: z.input<typeof remindersInputs.attendanceInput>;
    answer: z.output<typeof remindersViews.attendanceAnswer>;
  };
  "DELETE /api/rooms/:roomId/attendance": {
    params: { roomId: string };
    answer: z.output<typeof remindersViews.attendanceAnswer>;
  };
  "POST /api/rooms/:roomId/mail-reminders": {
    params: { roomId: string };
    input: z.input<typeof remindersInputs.mailReminderInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/shows/:showId/follow": {
    params: { showId: string };
    answer: z.output<typeof remindersViews.showFollowAnswer>;
  };
  "DELETE /api/shows/:showId/follow": {
    params: { showId: string };
    answer: z.output<typeof remindersViews.showFollowAnswer>;
  };
  "POST /api/shows/:showId/mail-reminders": {
    params: { showId: string };
    input: z.input<typeof remindersInputs.mailReminderInput>;
    answer: z.output<typeof fields.nothing>;
  };
};
