import { hotPool } from "@/lib/server/postgres/db";
import type { LedRoom } from "./led-room";
import { STAYS_SQL } from "./stays-sql";

/** Numbered as they were opened: one that went on as a room of its own has lost its number. */
const HALLS_SQL = `
WITH stays AS (SELECT * FROM (${STAYS_SQL}) s WHERE room_id <> $1::uuid),
changes AS (
  SELECT room_id, at, sum(change) AS change FROM (
    SELECT room_id, came_at AS at, 1 AS change FROM stays UNION ALL SELECT room_id, went_at, -1 FROM stays) c GROUP BY room_id, at),
counted AS (SELECT room_id, sum(change) OVER (PARTITION BY room_id ORDER BY at) AS people FROM changes)
SELECT (row_number() OVER (ORDER BY f.created_at, f.id))::int AS number, f.created_at AS "openedAt",
  coalesce((SELECT max(c.people) FROM counted c WHERE c.room_id = f.id), 0)::int AS peak,
  (SELECT count(DISTINCT s.person_id) FROM stays s WHERE s.room_id = f.id)::int AS people
FROM room f WHERE f.main_room_id = $1::uuid OR f.after_talk_of_id = $1::uuid
ORDER BY number LIMIT 200`;

export type HallFigures = { number: number; openedAt: Date; peak: number; people: number };

/** The overflow rooms of a family: who was in them, and the most at once. */
export async function hallFigures({ id, from, to }: LedRoom): Promise<HallFigures[]> {
  const { rows } = await hotPool().query<HallFigures>({
    name: "figures-halls",
    text: HALLS_SQL,
    values: [id, from, to],
  });
  return rows;
}
