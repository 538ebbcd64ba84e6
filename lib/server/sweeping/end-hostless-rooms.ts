import type { RoomId } from "@/lib/domain/ids";
import { endsHostless } from "@/lib/domain/rooms/ending";
import { endLiveRoom } from "@/lib/server/acts/end-live-room";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { lockRoom } from "@/lib/server/seats/lock-room";

const MAX_AT_ONCE = 100;

/** Ends the live rooms whose host did not come back in time, and that nobody else leads. Source: behaviours 19. */
export async function endHostlessRooms(now: Date): Promise<void> {
  const rooms = await db().room.findMany({
    where: { status: "live", hostAwayUntil: { lte: now } },
    select: { id: true },
    take: MAX_AT_ONCE,
  });
  for (const { id } of rooms) {
    const roomId = id as RoomId;
    const changed = await inTransaction(async (tx) => {
      await lockRoom(tx, roomId);
      const room = await tx.room.findUniqueOrThrow({ where: { id }, select: { status: true, hostAwayUntil: true } });
      return endsHostless(room, now) ? endLiveRoom(tx, roomId, null, now) : [];
    });
    ringHallway(changed);
  }
}
