import type { RoomId } from "@/lib/domain/ids";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { closeSeatOffer } from "./seat-offers";

/**
 * Withdraws the seats that were offered in these rooms, which give no seats any more. The caller has locked the rooms.
 * Answers the events for the people who were asked, and the rooms they sit in.
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
