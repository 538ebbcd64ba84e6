import type { PersonId, RoomId } from "@/lib/domain/ids";
import { CLAIM_LEASE_MS } from "@/lib/domain/seats/seat";
import type { Sql } from "@/lib/server/postgres/sql";

const LOCK_SQL = `SELECT given_up_at IS NOT NULL AS "givenUp" FROM person WHERE id = $1::uuid FOR NO KEY UPDATE`;

const GIVE_SQL = `
UPDATE seat SET person_id = $3::uuid, connected_at = NULL, media_sid = NULL, gone_at = NULL,
  lease_until = statement_timestamp() + $4::int * interval '1 millisecond', version = version + 1
WHERE room_id = $1::uuid AND person_id = $2::uuid AND closed_at IS NULL AND role = 'listener'
  AND NOT EXISTS (SELECT FROM seat o WHERE o.person_id = $3::uuid AND o.closed_at IS NULL)
  AND NOT EXISTS (SELECT FROM room_ban b WHERE b.person_id = $3::uuid AND b.lifted_at IS NULL
    AND b.room_id IN ($1::uuid, (SELECT r.main_room_id FROM room r WHERE r.id = $1::uuid)))
RETURNING id`;

type Giving = { roomId: RoomId; guestId: PersonId; memberId: PersonId };

/**
 * Gives a guest's seat to the member that the guest signed in as, claimed anew until the browser comes back under its own
 * name. Answers whether the member has it now. Only a listener's seat passes over: guests are not on stage, and a stage seat
 * would have to be announced. Whoever gave their account up sits nowhere. The member's row is locked: two browsers that sign up at once do not both bring a seat.
 */
export async function giveSeatToMember(sql: Sql, { roomId, guestId, memberId }: Giving): Promise<boolean> {
  const [member] = await sql.rows<{ givenUp: boolean }>(undefined, LOCK_SQL, [memberId]);
  if (member?.givenUp) return false;
  const given = await sql.rows(undefined, GIVE_SQL, [roomId, guestId, memberId, CLAIM_LEASE_MS]);
  return given.length > 0;
}
