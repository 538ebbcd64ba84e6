import type { PersonId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { whereaboutsSql } from "@/lib/server/queries/people/privacy";
import { VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import type { FollowedNow } from "@/lib/wire/hallway/views";

const PEOPLE_SHOWN = 8;

/** Through the follow primary key and the one open seat a person has; a speaker's followers are never expanded (measures). */
const FOLLOWED_SQL = `
SELECT ${FACE_JSON_SQL} AS face, s.role, r.id AS "roomId", r.title,
  (count(*) FILTER (WHERE s.role <> 'listener') OVER ())::int AS talking
FROM follow f
JOIN seat s ON s.person_id = f.followee_id AND s.closed_at IS NULL
JOIN room r ON r.id = s.room_id
JOIN person p ON p.id = f.followee_id
WHERE f.follower_id = $1::uuid AND r.status = 'live' AND ${VISIBLE_SQL}
  AND ${personVisibleSql("$1::uuid")} AND ${whereaboutsSql("$1::uuid")}
ORDER BY s.role = 'listener', s.opened_at DESC, s.id LIMIT ${PEOPLE_SHOWN}`;

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
