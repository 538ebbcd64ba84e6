import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import type { RoomCard } from "@/lib/wire/hallway/views";
import { keptForAll } from "./kept-for-all";
import { type CardRow, cardsOf, toCard } from "./room-card";

/** How many rooms a hallway shows at once. */
const HALLWAY_ROOMS = 60;

/**
 * Fan out on read: the few people I follow who are on a stage now are counted per room first; a speaker's followers
 * are never expanded. Source: measures, hallway and follow graph (p95 1.8 ms at 20 M follows).
 */
const LIVE_SQL = cardsOf(`
WITH followed AS MATERIALIZED (
  SELECT s.room_id, count(*) AS people
  FROM follow f JOIN seat s ON s.person_id = f.followee_id AND s.closed_at IS NULL AND s.role <> 'listener'
  WHERE f.follower_id = $1::uuid GROUP BY s.room_id),
picked AS (
  SELECT r.id AS room_id, f.people AS followed,
    row_number() OVER (ORDER BY f.people DESC NULLS LAST, r.open_seats DESC, r.id) AS place
  FROM room r LEFT JOIN followed f ON f.room_id = r.id
  WHERE r.status = 'live' AND r.main_room_id IS NULL AND ${VISIBLE_SQL}
  ORDER BY place LIMIT ${HALLWAY_ROOMS})`);

/**
 * The live rooms that the caller may know of. Rooms with the most followed people on stage come first, then the fullest.
 * Visitors without an account share one answer, which is at most a second old.
 */
export function liveRooms(caller: { id: PersonId } | null): Promise<RoomCard[]> {
  return caller ? readLive(caller) : keptForAll("liveRooms", () => readLive(null));
}

async function readLive(caller: { id: PersonId } | null): Promise<RoomCard[]> {
  const { rows } = await hotPool().query<CardRow>(LIVE_SQL, [caller?.id ?? null]);
  return rows.map(toCard);
}
