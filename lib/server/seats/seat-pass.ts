import { mediaUrl } from "@/lib/media/media-url";
import { mediaToken } from "@/lib/media/tokens";
import { type SeatSeen, seatView } from "@/lib/server/queries/rooms/seat-view";
import type { MediaPass, SeatView } from "@/lib/wire/seats/views";

/** A seat, and what its holder's browser connects with. */
export type SeatPass = { seat: SeatView; media: MediaPass };

/** For a person who comes on a stage and may have to connect anew. */
export const seatPass = async (seat: SeatSeen): Promise<SeatPass> => ({
  seat: seatView(seat),
  media: { url: mediaUrl(), token: await mediaToken(seat) },
});
