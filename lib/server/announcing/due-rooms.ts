import { hotPool } from "@/lib/server/postgres/db";
import { hallsJson } from "@/lib/server/queries/family/halls";
import type { FamilyCounts } from "@/lib/wire/rooms/announcements";

/** A room that somebody has to announce in: people are there, or a word is not yet sent. */
export type DueRoom = {
  roomId: string;
  /** Of an overflow room, whose people are told what happens in the main room, too. */
  mainRoomId: string | null;
  version: number;
  openSeats: number;
  stageSeats: number;
  /** People who sit here; a seat that is held for somebody counts, but nobody sits on it. */
  audience: number;
  /** Of a room of a family; null for one on its own. */
  family: FamilyCounts | null;
};

/** How long after its end a room's last words are still sent, where LiveKit was away before. */
const DUE_ROOMS_SQL = `
SELECT r.id AS "roomId", r.main_room_id AS "mainRoomId", c.version::int AS version, r.open_seats AS "openSeats",
  on_stage.seats AS "stageSeats",
  r.open_seats - on_stage.seats - (SELECT count(*)::int FROM held_seat h WHERE h.room_id = r.id AND h.closed_at IS NULL) AS audience
FROM room r JOIN room_clock c ON c.room_id = r.id LEFT JOIN announcer a ON a.room_id = r.id
CROSS JOIN LATERAL (SELECT count(*)::int AS seats FROM seat s
  WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') on_stage
WHERE (r.status = 'live' OR (r.status = 'scheduled' AND r.open_seats > 0) OR r.ended_at > now() - interval '1 hour')
  AND (r.open_seats > 0 OR c.version > coalesce(a.sent_version, 0))`;

/** How each family stands that has overflow rooms, by its main room: once for all of its rooms. */
const FAMILIES_SQL = `
SELECT m.id AS "mainRoomId", ${hallsJson("m.id")} AS halls, hands.up AS hands, hands.version AS "handsVersion"
FROM room m CROSS JOIN LATERAL (
  SELECT count(*)::int AS up, concat_ws(' ', count(*), max(h.raised_at), max(h.picked_at), count(h.parked_at), count(h.picked_at)) AS version
  FROM hand h JOIN room f ON f.id = h.room_id WHERE (f.id = m.id OR f.main_room_id = m.id) AND h.closed_at IS NULL) hands
WHERE m.status = 'live' AND m.overflow_opened > 0`;

type FamilyRow = FamilyCounts & { mainRoomId: string };

/** All rooms in which there is something to announce, now or by heartbeat. */
export async function dueRooms(): Promise<DueRoom[]> {
  const { rows } = await hotPool().query<DueRoom>({ name: "announce-due-rooms", text: DUE_ROOMS_SQL });
  const { rows: families } = await hotPool().query<FamilyRow>({ name: "announce-families", text: FAMILIES_SQL });
  const familyOf = new Map(families.map(({ mainRoomId, ...counts }) => [mainRoomId, counts]));
  return rows.map((room) => ({ ...room, family: familyOf.get(room.mainRoomId ?? room.roomId) ?? null }));
}
