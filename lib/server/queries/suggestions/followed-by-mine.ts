import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { wholeProfileSql } from "@/lib/server/queries/people/privacy";
import type { Suggestion } from "@/lib/wire/suggestions/views";
import { CANDIDATES, SUGGESTABLE_SQL, SUGGESTED_A_KIND } from "./suggestable";

/** So many of those whom I follow are asked, and so many that each of them follows: whoever follows thousands shall not cost more. */
const ASKED = 50;
const FOLLOWED_BY_EACH = 50;

const MINE_SQL = `
WITH mine AS MATERIALIZED (
  SELECT p.id FROM follow f JOIN person p ON p.id = f.followee_id
  WHERE f.follower_id = $1::uuid AND ${personVisibleSql("$1::uuid")} AND ${wholeProfileSql("$1::uuid")}
  ORDER BY f.followee_id DESC LIMIT ${ASKED}),
theirs AS MATERIALIZED (
  SELECT t.followee_id AS id, count(*)::int AS followers, (array_agg(m.id ORDER BY m.id))[1] AS by_id
  FROM mine m CROSS JOIN LATERAL (
    SELECT f.followee_id FROM follow f WHERE f.follower_id = m.id ORDER BY f.followee_id DESC LIMIT ${FOLLOWED_BY_EACH}) t
  WHERE t.followee_id NOT IN (SELECT f.followee_id FROM follow f WHERE f.follower_id = $1::uuid)
  GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${CANDIDATES})
SELECT ${FACE_JSON_SQL} AS face, t.followers, (SELECT one.name FROM person one WHERE one.id = t.by_id) AS name
FROM theirs t JOIN person p ON p.id = t.id
WHERE ${SUGGESTABLE_SQL} ORDER BY t.followers DESC, t.id LIMIT ${SUGGESTED_A_KIND}`;

type Row = { face: FaceJson; followers: number; name: string };

/** People whom people that the caller follows follow, the ones first whom most of them do. */
export async function followedByMine(caller: { id: PersonId }): Promise<Suggestion[]> {
  const { rows } = await hotPool().query<Row>({ name: "followed-by-mine", text: MINE_SQL, values: [caller.id] });
  return rows.map(({ face, followers, name }) => ({
    person: faceOfJson(face),
    why: { reason: "followed_by", name, more: followers - 1 },
  }));
}
