import type { Caller } from "@/lib/server/callers/caller";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import type { AdminLogEntry, AdminLogPage } from "@/lib/wire/admin/views";

const PAGE = 50;

const LOG_SQL = `
SELECT e.id, e.at, e.type, coalesce(e.facts ->> 'reason', '') AS reason, e.facts ->> 'title' AS title,
  e.facts ->> 'roomId' AS "roomId", e.before, e.after,
  (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = e.admin_id) AS by,
  (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = (e.facts ->> 'personId')::uuid) AS whom
FROM admin_event e WHERE $1::uuid IS NULL OR e.seq < (SELECT b.seq FROM admin_event b WHERE b.id = $1) ORDER BY e.seq DESC LIMIT ${PAGE + 1}`;

type LogRow = Omit<AdminLogEntry, "at" | "by" | "whom"> & { at: Date; by: FaceJson | null; whom: FaceJson | null };

/** What admins did, newest first, `before` an entry's id; null for a caller who is no admin. */
export async function adminLog(
  caller: Pick<Caller, "admin"> | null,
  before: string | null,
): Promise<AdminLogPage | null> {
  if (!caller?.admin) return null;
  const { rows } = await hotPool().query<LogRow>(LOG_SQL, [before]);
  const entries = rows.slice(0, PAGE).map((row) => ({
    ...row,
    at: row.at.toISOString(),
    by: row.by && faceOfJson(row.by),
    whom: row.whom && faceOfJson(row.whom),
  }));
  return { entries, before: rows.length > PAGE ? (entries.at(-1)?.id ?? null) : null };
}
