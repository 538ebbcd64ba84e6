import type { PersonId, RoomId } from "@/lib/domain/ids";
import { awayService } from "@/lib/domain/service-away";
import { carryOut, holdBackEvents } from "@/lib/server/mirroring/pending-mirrors";
import { type PlacedEvent, writePlacedEvents } from "@/lib/server/notify/placed-events";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { hotPool } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql } from "@/lib/server/postgres/sql";
import { closeSeatsIn } from "@/lib/server/seats/close-seats";
import { releaseHeldSeats } from "@/lib/server/seats/hold-seat";
import { revokeTicketAndSeatOffer } from "@/lib/server/seats/keep-out";
import { lockRoom } from "@/lib/server/seats/lock-room";
import { closeVisitsOf, hangUpVisit } from "@/lib/server/seats/visits";

/** The rooms of live families that $1 hosts, or made where nobody hosts them now. */
const LED_SQL = `
SELECT r.id FROM room r WHERE r.status = 'live' AND coalesce(r.main_room_id, r.id) IN (
  SELECT s.room_id FROM seat s WHERE s.person_id = $1::uuid AND s.closed_at IS NULL AND s.role = 'host'
  UNION ALL SELECT m.id FROM room m WHERE m.status = 'live' AND m.main_room_id IS NULL AND m.created_by_id = $1::uuid
    AND NOT EXISTS (SELECT FROM seat h WHERE h.room_id = m.id AND h.role <> 'listener' AND h.role = 'host' AND h.closed_at IS NULL))
ORDER BY r.id`;

/**
 * Puts each of two people out of the rooms that the other leads, whose seats, places in line and visits there end. Call it once
 * the block that keeps them apart is committed. Where LiveKit is away the sweep puts them out.
 */
export async function partPeople(one: PersonId, other: PersonId): Promise<void> {
  for (const [leader, person] of [
    [one, other],
    [other, one],
  ] as const) {
    const { rows } = await hotPool().query<{ id: RoomId }>(LED_SQL, [leader]);
    for (const { id } of rows) await putOut(id, person, leader);
  }
}

/** The door has locked the room before it looks for blocks: either it sees this one, or its seat is seen here. */
async function putOut(roomId: RoomId, personId: PersonId, leaderId: PersonId): Promise<void> {
  const { hadSeat, visited } = await inTransaction(async (tx) => {
    const room = await lockRoom(tx, roomId);
    if (!room) return { hadSeat: false, visited: [] };
    const sql = prismaSql(tx);
    const seat = await tx.seat.findFirst({ where: { roomId, personId, closedAt: null }, select: { id: true } });
    const placed: PlacedEvent[] = await revokeTicketAndSeatOffer(tx, room, personId);
    const visits = await closeVisitsOf(tx, roomId, personId);
    await releaseHeldSeats(sql, roomId, [personId]);
    const events = await closeSeatsIn(sql, roomId, [personId], "removed");
    if (events.length > 0) await holdBackEvents(tx, roomId, personId, leaderId, events);
    await writePlacedEvents(tx, leaderId, placed);
    return { hadSeat: seat !== null, visited: visits };
  });
  await Promise.all(visited.map((hall) => hangUpVisit(hall, personId)));
  if (!hadSeat) return;
  ringHallway([roomId]);
  await carryOut(roomId, personId).catch((fault: unknown) => {
    if (!awayService(fault)) throw fault;
  });
}
