import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { EpisodeNews } from "@/lib/domain/notifications/episode-news";
import { hotPool } from "@/lib/server/postgres/db";
import { hearsSql, listedNewsSql } from "./episode-news-sql";

/** The same people as in whose list it stands (toldOfEpisodesSql), out of those who look at a page. */
const TOLD_OF_SQL = `
SELECT o.id FROM unnest($1::uuid[]) AS o(id)
JOIN episode_news n ON n.room_id = $2::uuid AND n.sequence = $3::int AND n.kind::text = $4::text
JOIN episode e ON e.room_id = n.room_id JOIN room r ON r.id = n.room_id JOIN person p ON p.id = r.created_by_id
LEFT JOIN notification_settings s ON s.person_id = o.id
WHERE ${hearsSql("o.id")} AND ${listedNewsSql("o.id", "s.changed")}`;

/** Which of these people are told in the app of this news: one question for all of them. */
export async function toldOfEpisodeNews(
  people: readonly PersonId[],
  { roomId, sequence, kind }: { roomId: RoomId; sequence: number; kind: EpisodeNews },
): Promise<PersonId[]> {
  if (people.length === 0) return [];
  const { rows } = await hotPool().query<{ id: PersonId }>({
    name: "told-of-episode-news",
    text: TOLD_OF_SQL,
    values: [people, roomId, sequence, kind],
  });
  return rows.map(({ id }) => id);
}
