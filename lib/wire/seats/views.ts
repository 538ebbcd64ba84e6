import { z } from "zod";
import { ROLES } from "@/lib/domain/roles";
import { id, time } from "@/lib/wire/fields";

export const seatView = z.strictObject({
  id,
  roomId: id,
  personId: id,
  role: z.enum(ROLES),
  muted: z.boolean(),
  openedAt: time,
});

export type SeatView = z.infer<typeof seatView>;

/** Where a browser connects for sound, and with what. The url is a ws:// or wss:// address. */
export const mediaPass = z.strictObject({ url: z.string(), token: z.string() });

export type MediaPass = z.infer<typeof mediaPass>;

/** Answer of `POST /api/rooms/:roomId/guest`. `key`: whoever shows it as a bearer's is this guest. */
export const guestAnswer = z.strictObject({ key: z.string() });
