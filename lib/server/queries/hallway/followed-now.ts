import type { PersonId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import type { FollowedNow } from "@/lib/wire/hallway/views";
import { SITTING_SQL } from "./sitting";

const PEOPLE_SHOWN = 8;

const FOLLOWED_SQL = `
WITH ${SITTING_SQL}
SELECT ${FACE_JSON_SQL} AS face, t.role, r.id AS "roomId", r.title,
  (count(*) FILTER (WHERE t.on_stage) OVER ())::int AS talking
FROM sitting t JOIN room r ON r.id = t.room_id JOIN person p ON p.id = t.person_id
WHERE r.status = 'live' AND ${VISIBLE_SQL}
ORDER BY NOT t.on_stage, t.opened_at DESC, t.seat_id LIMIT ${PEOPLE_SHOWN}`;

type FollowedRow = { face: FaceJson; role: Role; roomId: string; title: string; talking: number };

/** The people that this person follows and who tell them where they are, and where that is. */
export async function followedNow(caller: { id: PersonId }): Promise<FollowedNow> {
  const { rows } = await hotPool().query<FollowedRow>({
    name: "followed-now",
    text: FOLLOWED_SQL,
    values: [caller.id],
  });
  const people = rows.map(({ face, role, roomId, title }) => ({
    person: faceOfJson(face),
    role,
    room: { id: roomId, title },
  }));
  return { people, talking: rows[0]?.talking ?? 0 };
}
