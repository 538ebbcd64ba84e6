import type { PersonId, RoomId } from "@/lib/domain/ids";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql } from "@/lib/server/postgres/sql";
import { releaseHeldSeats } from "@/lib/server/seats/hold-seat";
import { lockRoom } from "@/lib/server/seats/lock-room";

const MAX_AT_ONCE = 200;

/** Gives up the seats of people who were called up, left the stage, and did not come back in time. */
export async function closeEndedHeldSeats(now: Date): Promise<void> {
  const ended = await db().heldSeat.findMany({
    where: { closedAt: null, endsAt: { lte: now } },
    select: { roomId: true },
    distinct: ["roomId"],
    take: MAX_AT_ONCE,
  });
  for (const { roomId } of ended) {
    await inTransaction(async (tx) => {
      await lockRoom(tx, roomId as RoomId);
      const where = { roomId, closedAt: null, endsAt: { lte: now } };
      const people = await tx.heldSeat.findMany({ where, select: { personId: true } });
      await releaseHeldSeats(
        prismaSql(tx),
        roomId as RoomId,
        people.map(({ personId }) => personId as PersonId),
      );
    });
    ringHallway([roomId as RoomId]);
  }
}
