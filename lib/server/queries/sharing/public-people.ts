import { hotPool } from "@/lib/server/postgres/db";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";

/** A condition on a row of person `p`: everybody may know of them and of what they say, search engines and pictures of links included. */
export const PUBLIC_PERSON_SQL = `(${personVisibleSql("NULL::uuid")} AND p.protected_at IS NULL)`;

/** Whether everybody may know of this member. */
export async function isPublicPerson(id: string): Promise<boolean> {
  const { rowCount } = await hotPool().query({
    name: "is-public-person",
    text: `SELECT 1 FROM person p WHERE p.id = $1::uuid AND ${PUBLIC_PERSON_SQL}`,
    values: [id],
  });
  return rowCount === 1;
}
