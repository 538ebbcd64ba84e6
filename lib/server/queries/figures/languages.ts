import { hotPool } from "@/lib/server/postgres/db";
import type { LedRoom } from "./led-room";
import { STAYS_SQL } from "./stays-sql";

/** A profile names a handful of languages at most; of all of them the most spoken are told. */
const MOST = 20;

/** `zh-Hant` and `zh` are counted as what they are: nobody says which of them somebody understands. */
const SPOKEN_SQL = `
SELECT l.language, count(*)::int AS people
FROM (SELECT DISTINCT person_id FROM (${STAYS_SQL}) s) came JOIN person p ON p.id = came.person_id
CROSS JOIN LATERAL (SELECT DISTINCT unnest(p.languages) AS language) l
GROUP BY l.language ORDER BY people DESC, l.language LIMIT ${MOST}`;

const HEARD_SQL = `
SELECT a.language, a.peak FROM channel_audience a WHERE a.room_id = $1::uuid AND a.peak > 0 ORDER BY a.peak DESC, a.language`;

/** `spoken`: which languages those who came name on their profiles. `heard`: the most at once who heard somebody interpret into one. */
export type LanguageFigures = {
  spoken: { language: string; people: number }[];
  heard: { language: string; peak: number }[];
};

export async function languageFigures({ id, from, to }: LedRoom): Promise<LanguageFigures> {
  const [spoken, heard] = await Promise.all([
    hotPool().query<LanguageFigures["spoken"][number]>({
      name: "figures-spoken",
      text: SPOKEN_SQL,
      values: [id, from, to],
    }),
    hotPool().query<LanguageFigures["heard"][number]>({ name: "figures-heard", text: HEARD_SQL, values: [id] }),
  ]);
  return { spoken: spoken.rows, heard: heard.rows };
}
