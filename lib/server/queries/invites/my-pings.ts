import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import type { PingView } from "@/lib/wire/invites/views";

const MAX_SHOWN = 10;

/** People who do not see the room any more are told nothing of it. */
const PINGS_SQL = `
SELECT g.at, r.id, r.title, (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = g.by_id) AS by
FROM ping g JOIN room r ON r.id = g.room_id
WHERE g.person_id = $1::uuid AND g.seen_at IS NULL AND r.status = 'live'
  AND EXISTS (SELECT FROM person p WHERE p.id = g.by_id AND ${personVisibleSql("$1::uuid")})
  AND ${VISIBLE_SQL}
ORDER BY g.at DESC, r.id LIMIT ${MAX_SHOWN}`;

type PingRow = { at: Date; id: string; title: string; by: FaceJson };

/** The open calls of this person into live rooms, newest first, with the people who call. */
export async function myPings(caller: { id: PersonId }): Promise<{ pings: PingView[] }> {
  const { rows } = await hotPool().query<PingRow>({ name: "my-pings", text: PINGS_SQL, values: [caller.id] });
  return {
    pings: rows.map(({ at, id, title, by }) => ({ room: { id, title }, by: faceOfJson(by), at: at.toISOString() })),
  };
}
