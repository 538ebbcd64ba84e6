import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import type { Suggestion } from "@/lib/wire/suggestions/views";
import { CANDIDATES, SUGGESTABLE_SQL, SUGGESTED_A_KIND } from "./suggestable";

/** So many of my last seats are looked at. */
const LAST_SEATS = 30;

/** Whoever listens in a hall of a family hears the stage of its main room. */
const SPOKE_SQL = `
WITH visited AS MATERIALIZED (
  SELECT coalesce(sr.main_room_id, sr.id) AS room_id, max(mine.opened_at) AS at
  FROM (SELECT s.room_id, s.opened_at FROM seat s WHERE s.person_id = $1::uuid ORDER BY s.opened_at DESC LIMIT ${LAST_SEATS}) mine
  JOIN room sr ON sr.id = mine.room_id GROUP BY 1),
spoke AS MATERIALIZED (
  SELECT DISTINCT ON (s.person_id) s.person_id AS id, r.title, v.at
  FROM visited v JOIN room r ON r.id = v.room_id
  JOIN seat s ON s.room_id = r.id AND s.stage_since IS NOT NULL
  WHERE ${VISIBLE_SQL} ORDER BY s.person_id, v.at DESC)
SELECT ${FACE_JSON_SQL} AS face, t.title
FROM (SELECT * FROM spoke ORDER BY at DESC, id LIMIT ${CANDIDATES}) t JOIN person p ON p.id = t.id
WHERE ${SUGGESTABLE_SQL} ORDER BY t.at DESC, t.id LIMIT ${SUGGESTED_A_KIND}`;

/** People who were on stage in the rooms where the caller was lately, of rooms that they may still know of. */
export async function spokeWhereIWas(caller: { id: PersonId }): Promise<Suggestion[]> {
  const { rows } = await hotPool().query<{ face: FaceJson; title: string }>({
    name: "spoke-where-i-was",
    text: SPOKE_SQL,
    values: [caller.id],
  });
  return rows.map(({ face, title }) => ({ person: faceOfJson(face), why: { reason: "spoke_in", title } }));
}
