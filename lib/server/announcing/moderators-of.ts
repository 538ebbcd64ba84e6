import { hotPool } from "@/lib/server/postgres/db";

/** Who hears what is meant for moderators: the holders of open host and moderator seats. */
export async function moderatorsOf(roomId: string): Promise<string[]> {
  const { rows } = await hotPool().query<{ id: string }>({
    name: "announce-moderators",
    text: `SELECT person_id AS id FROM seat WHERE room_id = $1 AND closed_at IS NULL AND role <> 'listener'
             AND role IN ('host', 'moderator')`,
    values: [roomId],
  });
  return rows.map((row) => row.id);
}
