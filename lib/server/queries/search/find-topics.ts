import { likeness, type Ranked } from "@/lib/domain/search/rank";
import { hotPool } from "@/lib/server/postgres/db";
import { MAIN_VISIBLE_SQL, type Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { TopicFound } from "@/lib/wire/search/views";
import type { Terms } from "./read-terms";
import { askByWords, hitsSql } from "./word-hits";

const MOST_TOPICS = 500;

/** Topics are one whatever their capitals and accents; the spelling that most rooms have is shown. */
const FOUND_SQL = `
WITH ${hitsSql("room_word", "room_id", 2)}
SELECT search_fold(t.topic) AS folded, mode() WITHIN GROUP (ORDER BY t.topic) AS topic, count(DISTINCT r.id)::int AS rooms
FROM hit h JOIN room r ON r.id = h.id CROSS JOIN LATERAL unnest(r.topics) AS t(topic)
WHERE r.status IN ('live', 'scheduled') AND r.main_room_id IS NULL AND ${MAIN_VISIBLE_SQL}
GROUP BY 1 ORDER BY rooms DESC, folded LIMIT ${MOST_TOPICS}`;

type FoundRow = TopicFound & { folded: string };

/** What rooms are about that the caller may know of. Where only few topics are called that, also those that could have been meant. */
export function findTopics(caller: Onlooker, terms: Terms): Promise<Ranked<TopicFound>[]> {
  const words = terms.terms.map(({ word }) => word);
  return askByWords("room_word", terms, async ({ values, near }) => {
    const { rows } = await hotPool().query<FoundRow>({
      name: "search-topics",
      text: FOUND_SQL,
      values: [caller?.id ?? null, ...values],
    });
    const sought = { whole: terms.whole, words, near: near.map((some) => new Set(some.map(({ word }) => word))) };
    return rows.flatMap(({ folded, topic, rooms }) => {
      const { tier, unlike } = likeness(sought, [folded]);
      // A room has other topics beside the one that was found.
      const isMeant = tier < 3 || (near.length > 0 && unlike < 3 * words.length) || folded.includes(terms.whole);
      return isMeant ? [{ rank: [tier, 1, unlike, -rooms, folded] as const, found: { topic, rooms } }] : [];
    });
  });
}
