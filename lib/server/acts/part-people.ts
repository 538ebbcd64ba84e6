import type { PersonId, RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { roomsLedSql } from "@/lib/server/queries/rooms/room-leader";
import { takeOut } from "./take-out";

/** All rooms of the live families that $1 leads. Whether somebody sits there is known under the room's lock alone. */
const FAMILIES_SQL = `
SELECT r.id FROM room r WHERE r.status = 'live' AND coalesce(r.main_room_id, r.id) IN (${roomsLedSql("SELECT $1::uuid")})
ORDER BY r.id`;

/** Puts each of two people out of the rooms that the other leads. Call it once the block that keeps them apart is committed. */
export async function partPeople(one: PersonId, other: PersonId): Promise<void> {
  for (const [leader, person] of [
    [one, other],
    [other, one],
  ] as const) {
    const { rows } = await hotPool().query<{ id: RoomId }>(FAMILIES_SQL, [leader]);
    for (const { id } of rows) await takeOut(id, person, { by: leader, reason: "removed" });
  }
}
