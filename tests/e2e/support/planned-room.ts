import { v7 as uuid } from "uuid";
import { askDatabase } from "@/tests/support/running";

type Plan = { hostId: string; inMinutes: number; capacity: number; opensItself?: boolean };

const PLAN_SQL = `
WITH planned AS (
  INSERT INTO room (id, title, language, status, capacity, created_by_id, scheduled_for)
  VALUES ($1, 'An evening with a guest', 'en', 'scheduled', $4, $2, now() + $3 * interval '1 minute') RETURNING id),
clock AS (INSERT INTO room_clock (room_id) SELECT id FROM planned)
INSERT INTO episode (room_id, published_at, opens_itself) SELECT id, now(), $5 FROM planned`;

/** A planned room of that host, with nothing in it. */
export async function planRoom(
  dataFolder: string,
  { hostId, inMinutes, capacity, opensItself }: Plan,
): Promise<string> {
  const id = uuid();
  await askDatabase(dataFolder, PLAN_SQL, [id, hostId, inMinutes, capacity, opensItself === true]);
  return id;
}
