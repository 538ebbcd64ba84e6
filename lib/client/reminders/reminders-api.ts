import { call } from "@/lib/client/call";

/** Whether I will be there, and how I am reminded. */
export const remindersApi = {
  attendEpisode: (roomId: string, remind: boolean) =>
    call("PUT /api/rooms/:roomId/attendance", { params: { roomId }, input: { remind } }),
  unattendEpisode: (roomId: string) => call("DELETE /api/rooms/:roomId/attendance", { params: { roomId } }),
  askForEpisodeMail: (roomId: string, email: string) =>
    call("POST /api/rooms/:roomId/mail-reminders", { params: { roomId }, input: { email } }),
  followShow: (showId: string) => call("POST /api/shows/:showId/follow", { params: { showId } }),
  unfollowShow: (showId: string) => call("DELETE /api/shows/:showId/follow", { params: { showId } }),
  askForShowMail: (showId: string, email: string) =>
    call("POST /api/shows/:showId/mail-reminders", { params: { showId }, input: { email } }),
  confirmMailReminder: (secret: string) =>
    call("POST /api/mail-reminders/confirmations/:secret", { params: { secret } }),
  endMailReminders: (key: string) => call("POST /api/mail-reminders/:key", { params: { key }, asked: {} }),
  makeCalendarKey: () => call("PUT /api/me/calendar-key"),
  endCalendarKey: () => call("DELETE /api/me/calendar-key"),
};
