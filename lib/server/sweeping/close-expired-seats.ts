import type { PersonId, RoomId } from "@/lib/domain/ids";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql } from "@/lib/server/postgres/sql";
import { closeSeatsIn } from "@/lib/server/seats/close-seats";
import { lockRoom } from "@/lib/server/seats/lock-room";

type ExpiredSeat = { personId: PersonId };

/** Closes these people's seats if, under the room's lock, their lease has still run out and the sweep is still this holder's. */
export async function closeExpiredSeats(roomId: RoomId, people: string[], now: Date, fence: bigint): Promise<void> {
  await inTransaction(async (tx) => {
    await lockRoom(tx, roomId);
    const expired = await tx.$queryRaw<ExpiredSeat[]>`
      SELECT person_id AS "personId" FROM seat
      WHERE room_id = ${roomId}::uuid AND person_id = ANY(${people}::uuid[]) AND closed_at IS NULL AND lease_until <= ${now}
        AND EXISTS (SELECT FROM work_lease WHERE name = 'sweep' AND fence = ${fence})
      ORDER BY id FOR NO KEY UPDATE`;
    const leaving = expired.map((seat) => seat.personId);
    const events = await closeSeatsIn(prismaSql(tx), roomId, leaving, "lease");
    if (events.length > 0) await writeRoomEvents(tx, roomId, null, events);
  });
  ringHallway([roomId]);
}
