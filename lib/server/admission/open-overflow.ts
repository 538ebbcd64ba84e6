import type { Sql } from "@/lib/server/postgres/sql";
import type { DoorLockedRoom } from "./lock-rooms";

/** An overflow room equals its main room in everything the door and the card use, except its language. Its stage and its talk are its own. */
const OPEN_SQL = `
WITH opening AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[]) AS o(id, main_id, number, language)),
opened AS (
  INSERT INTO room (id, title, description, topics, language, kind, status, guests_allowed, capacity, created_by_id, show_id, club_id,
    hand_mode, chat_mode, chat_slow_seconds, demo, created_at, live_at, empty_since, main_room_id, overflow_number)
  SELECT o.id, m.title, m.description, m.topics, o.language, m.kind, 'live', m.guests_allowed, m.capacity, m.created_by_id,
    m.show_id, m.club_id, m.hand_mode, m.chat_mode, m.chat_slow_seconds, false, now(), now(), statement_timestamp(), m.id, o.number
  FROM opening o JOIN room m ON m.id = o.main_id
  RETURNING id),
clocks AS (INSERT INTO room_clock (room_id) SELECT id FROM opened),
announced AS (
  INSERT INTO announcer (room_id, main_sent_version)
  SELECT o.id, c.version FROM opening o JOIN room_clock c ON c.room_id = o.main_id)
UPDATE room m SET overflow_opened = n.number
FROM (SELECT main_id, max(number) AS number FROM opening GROUP BY main_id) n WHERE m.id = n.main_id`;

/** Makes the overflow rooms that were opened, under the lock of their main rooms. */
export async function openOverflow(sql: Sql, rooms: DoorLockedRoom[]): Promise<void> {
  if (rooms.length === 0) return;
  const ids = rooms.map((room) => room.id);
  const mains = rooms.map((room) => room.mainRoomId);
  const languages = rooms.map((room) => room.language);
  const numbers = rooms.map((room) => room.overflowOpened);
  await sql.rows(undefined, OPEN_SQL, [ids, mains, numbers, languages]);
}
