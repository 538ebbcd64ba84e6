import type { PersonId, RoomId } from "@/lib/domain/ids";
import { awayService } from "@/lib/domain/service-away";
import { carryOut, holdBackEvents } from "@/lib/server/mirroring/pending-mirrors";
import { writePlacedEvents } from "@/lib/server/notify/placed-events";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql } from "@/lib/server/postgres/sql";
import { closeSeatsIn } from "@/lib/server/seats/close-seats";
import { releaseHeldSeats } from "@/lib/server/seats/hold-seat";
import { revokeTicketAndSeatOffer } from "@/lib/server/seats/keep-out";
import { lockRoom } from "@/lib/server/seats/lock-room";
import { closeVisitsOf, hangUpVisit } from "@/lib/server/seats/visits";

/** `by`: in whose name it is written in the room's log. */
type Wanted = { by: PersonId; reason: "left" | "removed" };

/**
 * Takes a person out of a room without keeping them out: their seat, a held one, their place in line and visits there end.
 * Call it once that for which they go is committed: the door has locked the room before it judges them, so that it either
 * sees that, or its seat is seen here. Safe to repeat. Where LiveKit is away the sweep puts them out.
 */
export async function takeOut(roomId: RoomId, personId: PersonId, { by, reason }: Wanted): Promise<void> {
  const visited = await inTransaction(async (tx) => {
    const room = await lockRoom(tx, roomId);
    if (!room) return [];
    const sql = prismaSql(tx);
    const placed = await revokeTicketAndSeatOffer(tx, room, personId);
    const visits = await closeVisitsOf(tx, roomId, personId);
    const events = await closeSeatsIn(sql, roomId, [personId], reason);
    await releaseHeldSeats(sql, roomId, [personId]);
    if (events.length > 0) await holdBackEvents(tx, roomId, personId, by, events);
    await writePlacedEvents(tx, by, placed);
    return visits;
  });
  await Promise.all(visited.map((hall) => hangUpVisit(hall, personId)));
  ringHallway([roomId]);
  await carryOut(roomId, personId).catch((fault: unknown) => {
    if (!awayService(fault)) throw fault;
  });
}
