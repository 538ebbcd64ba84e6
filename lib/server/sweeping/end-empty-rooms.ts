import { seatsToOffer } from "@/lib/domain/family/seat-offer";
import type { RoomId } from "@/lib/domain/ids";
import { endsByItself } from "@/lib/domain/rooms/ending";
import { EMPTY_ROOM_MS } from "@/lib/domain/rooms/room";
import { endLiveRoom } from "@/lib/server/acts/end-live-room";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { db, type Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { lockHalls } from "@/lib/server/seats/lock-halls";
import { lockRoom } from "@/lib/server/seats/lock-room";

const MAX_AT_ONCE = 100;

/** Ends the live rooms in which nobody has sat for five minutes; of a family, not the last one that has space. */
export async function endEmptyRooms(now: Date): Promise<void> {
  const since = new Date(now.getTime() - EMPTY_ROOM_MS);
  const rooms = await db().room.findMany({
    where: { status: "live", demo: false, openSeats: 0, emptySince: { lte: since } },
    select: { id: true, mainRoomId: true },
    take: MAX_AT_ONCE,
  });
  for (const { id, mainRoomId } of rooms) {
    const roomId = id as RoomId;
    const changed = await inTransaction(async (tx) => {
      const lastWithSpace = mainRoomId !== null && (await isLastWithSpace(tx, roomId, mainRoomId as RoomId));
      await lockRoom(tx, roomId);
      const room = await tx.room.findUniqueOrThrow({
        where: { id },
        select: { status: true, demo: true, openSeats: true, emptySince: true },
      });
      return endsByItself({ ...room, lastWithSpace }, now) ? endLiveRoom(tx, roomId, null, now) : [];
    });
    ringHallway(changed);
  }
}

/** Locks the family, so that its other halls do not fill up meanwhile. */
async function isLastWithSpace(tx: Transaction, roomId: RoomId, mainRoomId: RoomId): Promise<boolean> {
  const halls = await lockHalls(tx, mainRoomId);
  return halls.length > 0 && !halls.some((hall) => hall.id !== roomId && seatsToOffer(hall) > 0);
}
