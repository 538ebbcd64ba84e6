import { hotPool } from "@/lib/server/postgres/db";
import { type CardRow, cardsOf, toCard, UNTIED_SQL } from "@/lib/server/queries/hallway/room-card";
import { type Onlooker, VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import { TO_COME_SQL } from "@/lib/server/queries/shows/announced-sql";
import type { RoomCard } from "@/lib/wire/hallway/views";

const MOST_LIVE = 24;
const MOST_UPCOMING = 24;

const LIVE_SQL = cardsOf(`
WITH picked AS (
  SELECT r.id AS room_id, ${UNTIED_SQL}, row_number() OVER (ORDER BY r.open_seats DESC, r.id) AS place
  FROM room r WHERE r.club_id = $2::uuid AND r.status = 'live' AND r.main_room_id IS NULL AND ${VISIBLE_SQL}
  ORDER BY place LIMIT ${MOST_LIVE})`);

const UPCOMING_SQL = cardsOf(`
WITH picked AS (
  SELECT r.id AS room_id, ${UNTIED_SQL}, row_number() OVER (ORDER BY r.scheduled_for NULLS LAST, r.id) AS place
  FROM room r WHERE r.club_id = $2::uuid AND ${TO_COME_SQL} AND ${VISIBLE_SQL}
  ORDER BY place LIMIT ${MOST_UPCOMING})`);

/** A club's rooms that are live now and those that are announced, of those that the caller may know of. */
export async function clubRooms(caller: Onlooker, clubId: string): Promise<{ live: RoomCard[]; upcoming: RoomCard[] }> {
  const values = [caller?.id ?? null, clubId];
  const [live, upcoming] = await Promise.all([
    hotPool().query<CardRow>({ name: "club-live-rooms", text: LIVE_SQL, values }),
    hotPool().query<CardRow>({ name: "club-upcoming-rooms", text: UPCOMING_SQL, values }),
  ]);
  return { live: live.rows.map(toCard), upcoming: upcoming.rows.map(toCard) };
}
