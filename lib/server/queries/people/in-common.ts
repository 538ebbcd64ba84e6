import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import type { PersonProfile } from "@/lib/wire/people/views";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "./face-json";
import { personVisibleSql } from "./person-visibility";

const FACES_SHOWN = 3;

/** By the primary key of follow, from the one of the two who follows fewer. */
const SQL = `
SELECT count(*)::int AS count, json_agg(face ORDER BY place) FILTER (WHERE place <= ${FACES_SHOWN}) AS faces
FROM (
  SELECT row_number() OVER (ORDER BY mine.created_at DESC, p.id) AS place, ${FACE_JSON_SQL} AS face
  FROM follow mine JOIN follow theirs ON theirs.followee_id = mine.followee_id AND theirs.follower_id = $2
  JOIN person p ON p.id = mine.followee_id
  WHERE mine.follower_id = $1::uuid AND ${personVisibleSql("$1::uuid")}) shared`;

/** The people whom both follow and of whom the viewer may know: how many, and whom of them the viewer followed last. */
export async function inCommon(viewer: PersonId, personId: string): Promise<PersonProfile["inCommon"]> {
  const { rows } = await hotPool().query<{ count: number; faces: FaceJson[] | null }>(SQL, [viewer, personId]);
  return { count: rows[0]?.count ?? 0, people: (rows[0]?.faces ?? []).map(faceOfJson) };
}
