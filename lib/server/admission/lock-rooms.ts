import type pg from "pg";
import type { DoorRoom } from "@/lib/domain/admission";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { askPostgres } from "./ask-postgres";

type LockedRow = Omit<DoorRoom, "stageSeats" | "leaderSeats" | "hostSeats">;

/**
 * Locks, in id order, the rooms that are wanted and the rooms where these people sit now. `NO KEY` as in lockRoom.
 * Somebody who was seated elsewhere while this waited sits in a room that is not locked; the judge sends them round again.
 */
const LOCK_SQL = `
SELECT id, title, kind, status, guests_allowed AS "guestsAllowed", created_by_id AS "createdById",
       capacity, reserve, open_seats AS "openSeats"
FROM room
WHERE id = ANY($1::uuid[])
   OR id IN (SELECT room_id FROM seat WHERE person_id = ANY($2::uuid[]) AND closed_at IS NULL)
ORDER BY id FOR NO KEY UPDATE`;

const STAGE_SQL = `
SELECT room_id AS "roomId", count(*)::int AS "stageSeats",
       count(*) FILTER (WHERE role IN ('host', 'moderator'))::int AS "leaderSeats",
       count(*) FILTER (WHERE role = 'host')::int AS "hostSeats"
FROM seat WHERE room_id = ANY($1::uuid[]) AND closed_at IS NULL AND role <> 'listener' GROUP BY room_id`;

type StageRow = { roomId: RoomId; stageSeats: number; leaderSeats: number; hostSeats: number };

/** The locked rooms by id, with their stage counted under the lock. */
export async function lockRooms(
  client: pg.ClientBase,
  rooms: RoomId[],
  people: PersonId[],
): Promise<Map<RoomId, DoorRoom>> {
  const locked = await askPostgres<LockedRow>(client, "door-lock", LOCK_SQL, [rooms, people]);
  const stages = await askPostgres<StageRow>(client, "door-stage", STAGE_SQL, [locked.map((room) => room.id)]);
  const stageOf = new Map(stages.map(({ roomId, ...counts }) => [roomId, counts]));
  const empty = { stageSeats: 0, leaderSeats: 0, hostSeats: 0 };
  return new Map(locked.map((room) => [room.id, { ...room, ...(stageOf.get(room.id) ?? empty) }]));
}
