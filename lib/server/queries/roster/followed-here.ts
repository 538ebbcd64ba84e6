import type { PersonId, RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import type { FollowedHere } from "@/lib/wire/roster/views";

const FOLLOWED_SQL = `
SELECT s.person_id AS id FROM seat s JOIN follow f ON f.follower_id = $2::uuid AND f.followee_id = s.person_id
WHERE s.room_id = $1::uuid AND s.closed_at IS NULL`;

/** The people of this room that somebody follows: the lit seats of the map. */
export async function followedHere(roomId: RoomId, caller: { id: PersonId }): Promise<FollowedHere> {
  const values = [roomId, caller.id];
  const { rows } = await hotPool().query<{ id: string }>({ name: "followed-here", text: FOLLOWED_SQL, values });
  return { people: rows.map(({ id }) => id) };
}
