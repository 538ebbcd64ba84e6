import { endsByItself } from "@/lib/domain/ending";
import type { RoomId } from "@/lib/domain/ids";
import { EMPTY_ROOM_MS } from "@/lib/domain/room";
import { ringHallway } from "@/lib/server/admission/ring-hallway";
import { db } from "@/lib/server/db";
import { endLiveRoom } from "@/lib/server/end-live-room";
import { inTransaction } from "@/lib/server/in-transaction";
import { lockRoom } from "@/lib/server/lock-room";

const MAX_AT_ONCE = 100;

/** Ends the live rooms in which nobody has sat for five minutes. */
export async function endEmptyRooms(now: Date): Promise<void> {
  const since = new Date(now.getTime() - EMPTY_ROOM_MS);
  const rooms = await db().room.findMany({
    where: { status: "live", demo: false, openSeats: 0, emptySince: { lte: since } },
    select: { id: true },
    take: MAX_AT_ONCE,
  });
  for (const { id } of rooms) {
    const roomId = id as RoomId;
    await inTransaction(async (tx) => {
      await lockRoom(tx, roomId);
      const room = await tx.room.findUniqueOrThrow({
        where: { id },
        select: { status: true, demo: true, openSeats: true, emptySince: true },
      });
      if (endsByItself(room, now)) await endLiveRoom(tx, roomId, null, now);
    });
    ringHallway([roomId]);
  }
}
