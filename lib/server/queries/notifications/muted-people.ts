import type { PersonId } from "@/lib/domain/ids";
import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import { hotPool } from "@/lib/server/postgres/db";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import type { PersonFace } from "@/lib/wire/people/views";

const MUTED_SQL = `
SELECT ${FACE_SQL} FROM notification_mute m JOIN person p ON p.id = m.muted_id
WHERE m.person_id = $1::uuid AND ${personVisibleSql("$1::uuid")} ORDER BY m.muted_at DESC, p.id`;

/** Of whom this person wants to be told nothing, the newest first. */
export async function mutedPeople(caller: { id: PersonId }): Promise<{ people: PersonFace[] }> {
  const { rows } = await hotPool().query<FaceRow>({ name: "muted-people", text: MUTED_SQL, values: [caller.id] });
  return { people: rows.map((row) => toFace(row)) };
}
