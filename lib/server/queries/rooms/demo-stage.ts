import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { hotPool } from "@/lib/server/postgres/db";

/** The live demo room and its cast, in the order of the handles asked for. */
export type DemoStage = {
  roomId: RoomId;
  capacity: number;
  /** Open seats of people who are not of the cast. */
  listeners: number;
  cast: DemoMember[];
};

/** `seat` is the open seat held in this room. */
export type DemoMember = { personId: PersonId; handle: string; seat: { role: Role; muted: boolean } | null };

const DEMO_STAGE_SQL = `
WITH demo AS (
  SELECT room.id, room.capacity, room.open_seats FROM room JOIN person ON person.id = room.created_by_id
  WHERE room.status = 'live' AND room.demo AND person.handle = ($1::text[])[1]
  ORDER BY room.created_at LIMIT 1
)
SELECT demo.id AS "roomId", demo.capacity, demo.open_seats AS "openSeats", person.id AS "personId", person.handle,
  seat.role, seat.muted_at IS NOT NULL AS muted
FROM demo CROSS JOIN person
LEFT JOIN seat ON seat.person_id = person.id AND seat.room_id = demo.id AND seat.closed_at IS NULL
WHERE person.handle = ANY($1::text[])
ORDER BY array_position($1::text[], person.handle)`;

type DemoRow = {
  roomId: RoomId;
  capacity: number;
  openSeats: number;
  personId: PersonId;
  handle: string;
  role: Role | null;
  muted: boolean;
};

/**
 * The demo room that the first of these handles made, if it is live and all of them exist.
 * People sit in one room at a time, so there is one such room; of several the oldest counts.
 */
export async function demoStage(handles: readonly string[]): Promise<DemoStage | null> {
  const { rows } = await hotPool().query<DemoRow>({ name: "demo-stage", text: DEMO_STAGE_SQL, values: [handles] });
  const [first] = rows;
  if (!first || rows.length < handles.length) return null;
  const cast = rows.map(({ personId, handle, role, muted }) => ({ personId, handle, seat: role && { role, muted } }));
  const seated = cast.filter((member) => member.seat).length;
  return { roomId: first.roomId, capacity: first.capacity, listeners: first.openSeats - seated, cast };
}
