import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Actor } from "@/lib/domain/permissions";
import { hotPool } from "@/lib/server/postgres/db";

const ACTOR_SQL = `
SELECT s.role, CASE s.room_id WHEN r.id THEN 'own' WHEN r.main_room_id THEN 'main' ELSE 'overflow' END AS scope
FROM room r JOIN seat s ON s.person_id = $2 AND s.closed_at IS NULL JOIN room sat ON sat.id = s.room_id
WHERE r.id = $1 AND (s.room_id IN (r.id, r.main_room_id) OR sat.main_room_id = r.id)`;

/** As what somebody acts in a room, from wherever in its family they sit; null where they sit in none of it. Not locked. */
export async function actorIn(roomId: RoomId, personId: PersonId): Promise<Actor | null> {
  const values = [roomId, personId];
  const { rows } = await hotPool().query<Pick<Actor, "role" | "scope">>({ name: "actor-in", text: ACTOR_SQL, values });
  return rows[0] ? { personId, ...rows[0] } : null;
}
