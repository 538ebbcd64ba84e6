import { z } from "zod";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";
import { mediaPass } from "@/lib/wire/seats/views";

/** A room of a family, as the others see it. */
export const hall = z.strictObject({
  id,
  /** 0 is the main hall, the others are counted as they were opened. */
  number: z.int(),
  language: z.string(),
  openSeats: z.int(),
  capacity: z.int(),
  /** Whether somebody leads it. */
  led: z.boolean(),
});

export type Hall = z.infer<typeof hall>;

/** A seat in another hall, kept for me while the offer is open. */
export const seatOfferView = z.strictObject({ id, hall: hall.pick({ id: true, number: true }), expiresAt: time });

export type SeatOfferView = z.infer<typeof seatOfferView>;

/** Answer of `POST /api/rooms/:mainRoomId/people/:personId/seat-offer`; null where they sit in that hall already. */
export const sendAnswer = z.strictObject({ offer: seatOfferView.nullable() });

export type SendAnswer = z.infer<typeof sendAnswer>;

/** Answer of `POST /api/rooms/:overflowRoomId/visit`: how to listen in. It is asked again to go on, within the lease. */
export const visitAnswer = z.strictObject({ media: mediaPass, leaseSeconds: z.int() });

/** Answer of `POST /api/rooms/:roomId/seat-offer`: the hall in which the seat is now. */
export const seatTaken = z.strictObject({ roomId: id });

/** Answer of `POST /api/rooms/:mainRoomId/overflow`. */
export const openedHall = z.strictObject({ hall: hall.pick({ id: true, number: true }) });

/**
 * A hall on the desk of the family's leaders. `lines`: of chat in the last three minutes, 200 at most. `hands`: how many are up;
 * `question`: the first of them that asks something. `talking`: how many sit on its own stage. `offered`: seats in it that
 * wait for an answer. `understood`: the mean of its listeners' ratings, 1 to 5; null where nobody rated.
 */
const hallTile = z.strictObject({
  ...hall.shape,
  lines: z.int(),
  hands: z.int(),
  question: z.strictObject({ person: personFace, text: z.string() }).nullable(),
  talking: z.int(),
  offered: z.int(),
  understood: z.number().nullable(),
});

export type HallTile = z.infer<typeof hallTile>;

/** Answer of `GET /api/rooms/:mainRoomId/halls`, the main hall first. */
export const hallsDeskView = z.strictObject({ halls: z.array(hallTile) });

export type HallsDesk = z.infer<typeof hallsDeskView>;
