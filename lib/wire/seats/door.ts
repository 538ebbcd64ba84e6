import { z } from "zod";
import { mineView } from "@/lib/wire/rooms/mine";
import { roomView } from "@/lib/wire/rooms/views";
import { mediaPass, seatView } from "./views";

/** The door's answer: everything the first screen needs, so that no second request does; of the audience the first eight. */
export const joinAnswer = z.strictObject({ room: roomView, seat: seatView, mine: mineView, media: mediaPass });

export type JoinAnswer = z.infer<typeof joinAnswer>;

/**
 * A place in line, as the door tells it with status 202. A person who sends `token` with the same request after `pollAfterMs`
 * keeps the place and hears how it stands; not asking for thirty seconds gives it up. A person has one place a family,
 * whatever page asks.
 */
const ticketView = z.strictObject({
  token: z.string(),
  /** 1 is next. */
  place: z.int(),
  /** All who wait. */
  waiting: z.int(),
  /** Null where nobody can tell, since nothing moves. */
  estimateSeconds: z.number().nullable(),
  pollAfterMs: z.int(),
});

export type TicketView = z.infer<typeof ticketView>;

/** The door's answer to somebody who has to wait their turn. */
export const waitAnswer = z.strictObject({ ticket: ticketView });

export type WaitAnswer = z.infer<typeof waitAnswer>;
