import { type Changed, type PeopleAtOnce, peopleAtOnce, stretchesOf } from "@/lib/domain/figures/stretches";
import { hotPool } from "@/lib/server/postgres/db";
import type { LedRoom } from "./led-room";
import { STAYS_SQL } from "./stays-sql";

/** One row a stretch in which somebody came or went, however many they were. Who comes the moment another goes is not with them. */
const PEOPLE_SQL = `
WITH stays AS (${STAYS_SQL}),
changes AS (
  SELECT at, sum(change) AS change FROM (
    SELECT came_at AS at, 1 AS change FROM stays UNION ALL SELECT went_at, -1 FROM stays WHERE went_at < $3::timestamptz) c GROUP BY at),
counted AS (SELECT at, sum(change) OVER (ORDER BY at) AS people FROM changes)
SELECT index, max(people)::int AS most, ((array_agg(people ORDER BY at DESC))[1])::int AS last
FROM (SELECT floor(extract(epoch FROM at - $2::timestamptz) * 1000 / $4::int)::int AS index, at, people FROM counted) c
GROUP BY index ORDER BY index`;

/** How many people were at once in all rooms of a family, and the most of them. */
export async function peopleOverTime({ id, from, to }: LedRoom): Promise<{ peak: number; overTime: PeopleAtOnce[] }> {
  const stretches = stretchesOf(from, to);
  const { rows } = await hotPool().query<Changed>({
    name: "figures-people",
    text: PEOPLE_SQL,
    values: [id, from, to, stretches.stepMs],
  });
  return { peak: Math.max(0, ...rows.map(({ most }) => most)), overTime: peopleAtOnce(stretches, rows) };
}
