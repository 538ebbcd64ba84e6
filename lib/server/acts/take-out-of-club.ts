import type { ClubId, PersonId, RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { takeOut } from "./take-out";

/**
 * The live halls of the club's rooms for members alone to which $2 has no other key. Whether they sit there is known under the room's
 * lock alone.
 */
const ROOMS_SQL = `
SELECT r.id FROM room m JOIN room r ON m.id = coalesce(r.main_room_id, r.id)
WHERE m.club_id = $1::uuid AND m.kind = 'members' AND r.status = 'live' AND m.created_by_id <> $2::uuid
  AND NOT EXISTS (SELECT FROM invitation i WHERE i.room_id = m.id AND i.person_id = $2::uuid)
ORDER BY r.id`;

/** Puts somebody who is no member any more out of a club's rooms for members. Call it once that is committed. */
export async function takeOutOfClub(clubId: ClubId, personId: PersonId, by: PersonId): Promise<void> {
  const { rows } = await hotPool().query<{ id: RoomId }>(ROOMS_SQL, [clubId, personId]);
  for (const { id } of rows) await takeOut(id, personId, { by, reason: "removed" });
}
