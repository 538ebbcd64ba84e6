import { z } from "zod";
import { time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/**
 * A raised hand. `parked`: the room's hand mode does not let it count now; it keeps its place. `hall`: the number of the
 * hall its owner sits in. `picked`: the moderator of that hall who passed it ahead, and why.
 */
export const handView = z.strictObject({
  person: personFace,
  raisedAt: time,
  question: z.string(),
  parked: z.boolean(),
  hall: z.int(),
  picked: z.strictObject({ by: personFace, reason: z.string() }).nullable(),
  /** How often they have come up to this stage before; absent where they have not. */
  timesOnStage: z.int().optional(),
  /** The language that they ask in, whose interpreters speak it back; absent where it is the floor's. */
  asksIn: z.string().optional(),
});

export type HandView = z.infer<typeof handView>;

/** How many hands are up: those that count now, and those that the hand mode has set aside. */
export const handTotals = z.strictObject({ waiting: z.int(), parked: z.int() });

export type HandTotals = z.infer<typeof handTotals>;

/** Answer of `GET /api/rooms/:id/hands`. */
export const handsPageView = z.strictObject({ hands: z.array(handView), totals: handTotals });

export type HandsPage = z.infer<typeof handsPageView>;

/** Answer of `POST /api/rooms/:id/hand`. */
export const handRaised = z.strictObject({ raisedAt: time });
