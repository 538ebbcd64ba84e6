import type { RoomId } from "@/lib/domain/ids";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { closeSeatOffer } from "./seat-offers";

/**
 * Takes back the seats that were offered in these rooms, which are locked and no longer to be had. Answers what whoever was
 * asked is to hear, and in which room.
 */
export async function withdrawSeatOffers(
  tx: Transaction,
  roomIds: readonly RoomId[],
  now: Date,
): Promise<{ roomId: RoomId; events: EventToWrite[] }[]> {
  const offers = await tx.seatOffer.findMany({
    where: { roomId: { in: [...roomIds] }, closedAt: null },
    select: { id: true, personId: true, fromRoomId: true },
  });
  const told: { roomId: RoomId; events: EventToWrite[] }[] = [];
  for (const { id, personId, fromRoomId } of offers) {
    told.push({
      roomId: fromRoomId as RoomId,
      events: await closeSeatOffer(tx, { offerId: id, personId, outcome: "withdrawn", now }),
    });
  }
  return told;
}
