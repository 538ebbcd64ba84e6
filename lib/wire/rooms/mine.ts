import { z } from "zod";
import { seatOfferView } from "@/lib/wire/family/views";
import { id, time } from "@/lib/wire/fields";
import { handTotals, handView } from "@/lib/wire/hands/views";
import { seatView } from "@/lib/wire/seats/views";
import { offerView, openOffer } from "@/lib/wire/stage/views";

/**
 * What only I see of a room. `hands` (the first page: waiting ones, then parked ones, each by `raisedAt`), `handTotals`
 * and `offers` are null for people who may not read the queue.
 */
export const mineView = z.strictObject({
  seat: seatView.nullable(),
  handRaisedAt: time.nullable(),
  /** Empty where I asked none, or have no hand up. */
  handQuestion: z.string(),
  /** My hand is up and keeps its place, and does not count in the room's hand mode. */
  handParked: z.boolean(),
  offer: offerView.nullable(),
  hands: z.array(handView).nullable(),
  handTotals: handTotals.nullable(),
  offers: z.array(openOffer).nullable(),
  /** A moderator removed me: no door of this room lets me in. Tells a removal from a seat taken over elsewhere. */
  barred: z.boolean(),
  /** Invited to the stage by a link for speakers: `POST /offer` takes it up, whenever they like. */
  standingOffer: z.boolean(),
  /** Whether I agreed to be recorded since I came on the stage; null where I was not asked, or have not said. */
  agreesToRecording: z.boolean().nullable(),
  seatOffer: seatOfferView.nullable(),
  /** The room of the same family that I sit in, where it is another than this one. */
  movedTo: id.nullable(),
  /**
   * People with whom I have a block: nothing of them is to be shown to me but that they speak. Empty for those who lead the room, who
   * look after everybody in it.
   */
  apart: z.array(id),
});

export type MineView = z.infer<typeof mineView>;
