import { z } from "zod";

const mine = { attending: z.boolean(), remind: z.boolean() };

/** Answer of `PUT|DELETE /api/rooms/:roomId/attendance`: whether I will be there, and am told before. */
export const attendanceAnswer = z.strictObject(mine);

/** Answer of `GET /api/rooms/:roomId/attendance`. `count`: how many members will be there, exact to the second. */
export const attendanceView = z.strictObject({ ...mine, count: z.int() });

export type AttendanceView = z.infer<typeof attendanceView>;

/** Answer of `POST|DELETE /api/shows/:showId/follow`. */
export const showFollowAnswer = z.strictObject({ followedByMe: z.boolean() });

/** What the page of a show says of its followers; `followers`: exact to the second. */
export type ShowFollowView = { followedByMe: boolean; followers: number };

/** Answer of `PUT /api/me/calendar-key`: where calendar programs read my own calendar. */
export const calendarKeyAnswer = z.strictObject({ address: z.url() });
