import type { Role } from "@/lib/domain/roles";
import type { Sql } from "@/lib/server/postgres/sql";

/** A person new on the stage is there from now on. A person in the audience has no microphone that could be taken. */
const ROLE_SQL = `
UPDATE seat SET role = $2::"Role", version = version + 1,
  stage_since = CASE WHEN $2::"Role" <> 'listener' THEN coalesce(stage_since, statement_timestamp()) END,
  muted_at = CASE WHEN $2::"Role" = 'listener' THEN NULL WHEN $3::boolean THEN coalesce(muted_at, statement_timestamp()) ELSE muted_at END,
  muted_by_id = CASE WHEN $2::"Role" <> 'listener' THEN muted_by_id END,
  asks_in = CASE WHEN $2::"Role" <> 'listener' THEN coalesce($4, asks_in) END
WHERE id = $1::uuid
RETURNING stage_since AS "stageSince", muted_at IS NOT NULL AS muted`;

/** `stageSince`: null in the audience. */
type Standing = { role: Role; stageSince: Date | null; muted: boolean };

/** `muted`: without its microphone. `asksIn`: the language that the person asks in on the stage. */
type Coming = { muted?: boolean; asksIn?: string | null };

/** Gives another role to a seat that the caller has locked. Answers its new standing. */
export async function giveRole(
  sql: Sql,
  seat: { id: string },
  role: Role,
  { muted = false, asksIn = null }: Coming = {},
): Promise<Standing> {
  const [given] = await sql.rows<Omit<Standing, "role">>(undefined, ROLE_SQL, [seat.id, role, muted, asksIn]);
  if (!given) throw new Error("a role was given to a seat that is not there");
  return { role, ...given };
}
