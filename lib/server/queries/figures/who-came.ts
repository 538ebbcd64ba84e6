import { hotPool } from "@/lib/server/postgres/db";
import { type LedRoom, ledAsSql } from "./led-room";
import { STAYS_SQL } from "./stays-sql";

/** Whoever led it is no newcomer. Where somebody sat before is found by the person. */
const CAME_SQL = `
WITH came AS (SELECT person_id, sum(extract(epoch FROM went_at - came_at)) AS seconds FROM (${STAYS_SQL}) s GROUP BY person_id)
SELECT count(*)::int AS people, (count(*) FILTER (WHERE p.kind = 'guest'))::int AS guests,
  round(coalesce(sum(c.seconds), 0) / 60)::int AS minutes,
  (count(*) FILTER (WHERE ${ledAsSql("c.person_id")} IS NULL AND NOT EXISTS (
    SELECT FROM seat s JOIN room f ON f.id = s.room_id JOIN room m ON m.id = coalesce(f.main_room_id, f.id)
    WHERE s.person_id = c.person_id AND s.opened_at < $2::timestamptz AND s.connected_at IS NOT NULL AND m.id <> r.id
      AND (m.created_by_id = r.created_by_id OR m.show_id = r.show_id))))::int AS newcomers
FROM came c JOIN person p ON p.id = c.person_id JOIN room r ON r.id = $1::uuid`;

/** `minutes`: of all of them together. `newcomers`: never before in a room of the same show, or by the same host. */
export type WhoCame = { people: number; guests: number; minutes: number; newcomers: number };

export async function whoCame({ id, from, to }: LedRoom): Promise<WhoCame> {
  const { rows } = await hotPool().query<WhoCame>({ name: "figures-came", text: CAME_SQL, values: [id, from, to] });
  return rows[0] ?? { people: 0, guests: 0, minutes: 0, newcomers: 0 };
}
