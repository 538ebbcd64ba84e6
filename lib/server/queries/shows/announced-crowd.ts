import type { Sql } from "@/lib/server/postgres/sql";

const CROWD_SQL = `
SELECT (SELECT count(*) FROM rsvp WHERE room_id = $1::uuid)::int
  + (SELECT count(*) FROM mail_reminder WHERE room_id = $1::uuid AND confirmed_at IS NOT NULL)::int AS people`;

/** How many people have said that they come to this episode, or asked to be reminded of it. */
export async function announcedCrowd(sql: Sql, roomId: string): Promise<number> {
  const [crowd] = await sql.rows<{ people: number }>(undefined, CROWD_SQL, [roomId]);
  return crowd?.people ?? 0;
}
