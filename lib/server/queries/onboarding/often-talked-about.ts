import { hotPool } from "@/lib/server/postgres/db";
import { keptForAll } from "@/lib/server/queries/hallway/kept-for-all";
import { HIDDEN_KINDS_SQL } from "@/lib/server/queries/rooms/visibility";

const MOST_TOPICS = 14;

/** So many of the newest rooms are looked at. */
const NEWEST = 1_000;

/** Topics are one whatever their capitals; the spelling that most rooms have is shown. Of rooms that everybody may know of. */
const TOPICS_SQL = `
SELECT mode() WITHIN GROUP (ORDER BY t.topic) AS topic
FROM (SELECT r.id, r.topics FROM room r WHERE r.kind NOT IN ${HIDDEN_KINDS_SQL} AND r.main_room_id IS NULL
  ORDER BY r.created_at DESC LIMIT ${NEWEST}) r CROSS JOIN LATERAL unnest(r.topics) AS t(topic)
GROUP BY lower(normalize(t.topic, NFC)) ORDER BY count(DISTINCT r.id) DESC, 1 LIMIT ${MOST_TOPICS}`;

/** What rooms here are about most: one answer for all, at most a second old. */
export const oftenTalkedAbout = (): Promise<string[]> =>
  keptForAll("oftenTalkedAbout", async () => {
    const { rows } = await hotPool().query<{ topic: string }>({ name: "often-talked-about", text: TOPICS_SQL });
    return rows.map(({ topic }) => topic);
  });
