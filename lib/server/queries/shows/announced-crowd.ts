import type { Sql } from "@/lib/server/postgres/sql";

const IS_KEPT_SQL = "SELECT to_regclass('rsvp') IS NOT NULL AS kept";

const CROWD_SQL = "SELECT count(*)::int AS people FROM rsvp WHERE room_id = $1::uuid";

/** How many people have said that they come to this episode; nobody, where an instance keeps no such word. */
export async function announcedCrowd(sql: Sql, roomId: string): Promise<number> {
  const [table] = await sql.rows<{ kept: boolean }>(undefined, IS_KEPT_SQL, []);
  if (!table?.kept) return 0;
  const [crowd] = await sql.rows<{ people: number }>(undefined, CROWD_SQL, [roomId]);
  return crowd?.people ?? 0;
}
