import { hotPool } from "@/lib/server/postgres/db";

/** How many hear the channel of one hall. */
export type ChannelCount = { hallId: string; language: string; listeners: number };

const COUNT_SQL = `
WITH counted AS (
  SELECT coalesce(h.main_room_id, h.id) AS room_id, c.language, sum(c.listeners)::int AS listeners
  FROM unnest($1::uuid[], $2::text[], $3::int[]) AS c(hall_id, language, listeners) JOIN room h ON h.id = c.hall_id
  GROUP BY 1, 2)
INSERT INTO channel_audience AS a (room_id, language, listeners, peak, counted_at)
SELECT room_id, language, listeners, listeners, statement_timestamp() FROM counted ORDER BY room_id, language
ON CONFLICT (room_id, language) DO UPDATE
SET listeners = excluded.listeners, peak = greatest(a.peak, excluded.listeners), counted_at = excluded.counted_at`;

/** Writes down how many hear each language of each family, and the most that ever did, from all channels that there are, in one statement. */
export async function countChannelAudiences(counts: readonly ChannelCount[]): Promise<void> {
  if (counts.length === 0) return;
  await hotPool().query({
    name: "sweep-channel-audiences",
    text: COUNT_SQL,
    values: [
      counts.map(({ hallId }) => hallId),
      counts.map(({ language }) => language),
      counts.map(({ listeners }) => listeners),
    ],
  });
}
