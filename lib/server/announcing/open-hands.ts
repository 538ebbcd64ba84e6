import { hotPool } from "@/lib/server/postgres/db";

/** How many hands are up in a room, parked ones too. */
export async function openHands(roomId: string): Promise<number> {
  const { rows } = await hotPool().query<{ count: number }>({
    name: "announce-open-hands",
    text: "SELECT count(*)::int AS count FROM hand WHERE room_id = $1 AND closed_at IS NULL",
    values: [roomId],
  });
  return rows[0]?.count ?? 0;
}
