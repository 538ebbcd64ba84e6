import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { DoorRoom } from "@/lib/domain/seats/admission";
import { BACKSTAGE_BEFORE_MS } from "@/lib/domain/shows/show";
import type { Sql } from "@/lib/server/postgres/sql";

/** A room locked by the door. `familySeen`: all overflow rooms that it ever opened were there when the lock was asked for. */
export type DoorLockedRoom = DoorRoom & {
  overflowOpened: number;
  familySeen: boolean;
  /** The main room whose after-talk this is. */
  afterTalkOfId: RoomId | null;
  /** It has an hour, and with that a team of its own. */
  planned: boolean;
};

type LockedRow = Omit<DoorLockedRoom, "stageSeats" | "leaderSeats" | "hostSeats" | "keptSeats">;

/**
 * Locks, in id order, the families of the rooms that are wanted and the rooms where these people sit now. `NO KEY` as in
 * lockRoom. Somebody who was seated elsewhere while this waited sits in a room that is not locked, and a room that was
 * opened meanwhile is not either: the judge sends the people it concerns round again.
 */
const LOCK_SQL = `
WITH family AS MATERIALIZED (
  SELECT m.id, m.overflow_opened FROM room m
  WHERE m.id = ANY(ARRAY(SELECT coalesce(main_room_id, id) FROM room WHERE id = ANY($1::uuid[]))))
SELECT r.id, r.title, r.kind, r.status, r.guests_allowed AS "guestsAllowed", r.created_by_id AS "createdById", r.language,
       r.capacity, r.reserve, r.open_seats AS "openSeats", r.main_room_id AS "mainRoomId",
       r.after_talk_of_id AS "afterTalkOfId", r.overflow_limit AS "overflowLimit", r.overflow_opened AS "overflowOpened",
       r.overflow_opened = f.overflow_opened AS "familySeen", r.scheduled_for IS NOT NULL OR r.status = 'scheduled' AS planned,
       r.status = 'scheduled' AND coalesce(r.scheduled_for <= statement_timestamp() + $3::int * interval '1 millisecond', true) AS backstage
FROM room r LEFT JOIN family f ON f.id = r.id
WHERE r.id = ANY(ARRAY(
  SELECT unnest($1::uuid[])
  UNION SELECT room_id FROM seat WHERE person_id = ANY($2::uuid[]) AND closed_at IS NULL
  UNION SELECT id FROM family
  UNION SELECT o.id FROM room o JOIN family f ON o.main_room_id = f.id WHERE o.status = 'live'))
ORDER BY r.id FOR NO KEY UPDATE OF r`;

/** Seats are offered to others of a family only, so of a room on its own nothing is asked. */
const STAGE_SQL = `
SELECT r.id AS "roomId", stage.*, CASE WHEN r.overflow_opened > 0 OR r.main_room_id IS NOT NULL THEN (
    SELECT count(*)::int FROM seat_offer o
    WHERE o.room_id = r.id AND o.closed_at IS NULL AND o.expires_at > statement_timestamp()) ELSE 0 END AS "keptSeats"
FROM room r CROSS JOIN LATERAL (
  SELECT count(*)::int AS "stageSeats",
         count(*) FILTER (WHERE role IN ('host', 'moderator'))::int AS "leaderSeats",
         count(*) FILTER (WHERE role = 'host')::int AS "hostSeats"
  FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') stage
WHERE r.id = ANY($1::uuid[])`;

type StageRow = { roomId: RoomId; stageSeats: number; leaderSeats: number; hostSeats: number; keptSeats: number };

/** The locked rooms by id, with their stage counted under the lock. */
export async function lockRooms(sql: Sql, rooms: RoomId[], people: PersonId[]): Promise<Map<RoomId, DoorLockedRoom>> {
  const locked = await sql.rows<LockedRow>("door-lock", LOCK_SQL, [rooms, people, BACKSTAGE_BEFORE_MS]);
  const stages = await sql.rows<StageRow>("door-stage", STAGE_SQL, [locked.map((room) => room.id)]);
  const stageOf = new Map(stages.map(({ roomId, ...counts }) => [roomId, counts]));
  const empty = { stageSeats: 0, leaderSeats: 0, hostSeats: 0 };
  const byId = new Map(locked.map((room) => [room.id, room]));
  return new Map(
    locked.map((room) => {
      // A family lets in the same people as its main room.
      const { kind, guestsAllowed } = byId.get(room.mainRoomId ?? room.id) ?? room;
      return [room.id, { ...room, kind, guestsAllowed, ...(stageOf.get(room.id) ?? empty) }];
    }),
  );
}
