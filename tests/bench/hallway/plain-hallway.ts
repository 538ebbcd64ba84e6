import type pg from "pg";
import { compareRanks, heatOf, languageKey, scoreOf, weightOf } from "@/lib/domain/hallway/ranking";

/** Each fact asked for by itself and by nothing else's help: slow, and hard to get wrong. */
const FACTS_SQL = `
SELECT r.id, r.language, r.open_seats AS "openSeats", r.live_at AS "liveAt",
  (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener'
    AND EXISTS (SELECT FROM follow f WHERE f.follower_id = $1 AND f.followee_id = s.person_id)) AS "followedOnStage",
  (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role = 'listener'
    AND EXISTS (SELECT FROM follow f WHERE f.follower_id = $1 AND f.followee_id = s.person_id)) AS "followedListening"
FROM room r
WHERE r.status = 'live' AND r.main_room_id IS NULL
  AND (r.kind <> 'closed' OR r.created_by_id = $1 OR EXISTS (SELECT FROM invitation i WHERE i.room_id = r.id AND i.person_id = $1)
    OR EXISTS (SELECT FROM seat mine WHERE mine.room_id = r.id AND mine.person_id = $1 AND mine.closed_at IS NULL))
  AND NOT EXISTS (SELECT FROM room_ban b WHERE b.room_id = r.id AND b.person_id = $1 AND b.lifted_at IS NULL)
  AND NOT EXISTS (SELECT FROM hidden_room h WHERE h.room_id = r.id AND h.person_id = $1)
  AND NOT EXISTS (SELECT FROM block b WHERE (b.blocker_id, b.blocked_id) IN (($1, r.created_by_id), (r.created_by_id, $1)))
  AND NOT EXISTS (SELECT FROM seat s JOIN block b ON (b.blocker_id = $1 AND b.blocked_id = s.person_id AND s.role <> 'listener')
      OR (b.blocked_id = $1 AND b.blocker_id = s.person_id AND s.role = 'host')
    WHERE s.room_id = r.id AND s.closed_at IS NULL)`;

type Facts = {
  id: string;
  language: string;
  openSeats: number;
  liveAt: Date;
  followedOnStage: number;
  followedListening: number;
};

/** The ids of somebody's hallway in order, as the rule says, of a graph in which no main room has other halls. */
export async function plainHallway(client: pg.Client, personId: string): Promise<string[]> {
  const { rows: me } = await client.query<{ languages: string[] }>("SELECT languages FROM person WHERE id = $1", [
    personId,
  ]);
  const spoken = new Set(me[0]?.languages.map(languageKey));
  const { rows } = await client.query<Facts>(FACTS_SQL, [personId]);
  return rows
    .map((room) => ({
      id: room.id,
      score: scoreOf(
        weightOf({
          ...room,
          sharesLanguage: spoken.has(languageKey(room.language)),
          sharesTopic: false,
        }),
        heatOf(room),
      ),
    }))
    .toSorted(compareRanks)
    .map(({ id }) => id);
}
