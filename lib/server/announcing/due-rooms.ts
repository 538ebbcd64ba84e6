import { hotPool } from "@/lib/server/db";

/** A room that somebody has to announce in: people are there, or a word is not yet sent. */
export type DueRoom = { roomId: string; version: number; openSeats: number; stageSeats: number };

/** How long after its end a room's last words are still sent, where LiveKit was away before. */
const DUE_ROOMS_SQL = `
SELECT r.id AS "roomId", c.version::int AS version, r.open_seats AS "openSeats",
  (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') AS "stageSeats"
FROM room r JOIN room_clock c ON c.room_id = r.id LEFT JOIN announcer a ON a.room_id = r.id
WHERE (r.status = 'live' OR r.ended_at > now() - interval '1 hour')
  AND (r.open_seats > 0 OR c.version > coalesce(a.sent_version, 0))`;

/** All rooms in which there is something to announce, now or by heartbeat. */
export async function dueRooms(): Promise<DueRoom[]> {
  const { rows } = await hotPool().query<DueRoom>({ name: "announce-due-rooms", text: DUE_ROOMS_SQL });
  return rows;
}
