import { z } from "zod";
import { ROLES } from "@/lib/domain/roles";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";
import { mediaPass, seatView } from "@/lib/wire/seats/views";

export const stagePerson = z.strictObject({
  ...personFace.shape,
  role: z.enum(ROLES),
  stageSince: time,
  /** A moderator took their microphone away. */
  muted: z.boolean(),
  /** Gone from LiveKit, within the grace. */
  away: z.boolean(),
  /** The number of the overflow room that they were called up from, where a seat is kept for them; else null. */
  from: z.int().nullable(),
  /** The language that they ask in, whose interpreters speak it back; absent where it is the floor's. */
  asksIn: z.string().optional(),
});

export type StagePerson = z.infer<typeof stagePerson>;

/** An invitation to the stage, as the invited person sees it. */
export const offerView = z.strictObject({ id, offeredBy: personFace, expiresAt: time });

export type OfferView = z.infer<typeof offerView>;

/** An open invitation as those see it who lead the room. */
export const openOffer = z.strictObject({ id, person: personFace, offeredBy: personFace, expiresAt: time });

export type OpenOffer = z.infer<typeof openOffer>;

/** Answer of `POST /api/rooms/:id/offers/:personId`. */
export const offerMade = z.strictObject({ offer: offerView });

/** Answer of `POST /api/rooms/:id/offer` and `…/leader`: the seat that is on the stage now, and where it speaks. */
export const onStageAnswer = z.strictObject({ seat: seatView, media: mediaPass });
