import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import { hotPool } from "@/lib/server/postgres/db";
import type { PersonFace } from "@/lib/wire/people/views";

/** These people as others see them, in the order of their ids. People who no longer exist are left out. */
export async function facesOf(ids: readonly string[]): Promise<PersonFace[]> {
  if (ids.length === 0) return [];
  const { rows } = await hotPool().query<FaceRow>({
    name: "faces-of",
    text: `SELECT ${FACE_SQL} FROM person p WHERE p.id = ANY($1::uuid[])`,
    values: [ids],
  });
  const faces = new Map(rows.map((row) => [row.id, toFace(row)]));
  return ids.flatMap((id) => faces.get(id) ?? []);
}
