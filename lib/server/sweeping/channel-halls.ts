import { hotPool } from "@/lib/server/postgres/db";

/** The live ones of these halls, with their capacity. */
export async function liveHalls(hallIds: string[]): Promise<Map<string, number>> {
  if (hallIds.length === 0) return new Map();
  const { rows } = await hotPool().query<{ id: string; capacity: number }>({
    name: "sweep-channel-halls",
    text: "SELECT id, capacity FROM room WHERE id = ANY($1::uuid[]) AND status = 'live'",
    values: [hallIds],
  });
  return new Map(rows.map(({ id, capacity }) => [id, capacity]));
}
