import { type EventToWrite, ROOM_EVENT_CHANNEL } from "@/lib/server/notify/write-room-events";
import type { Sql } from "@/lib/server/postgres/sql";

/** The same as writeRoomEvents, for many rooms in one statement on the door's own connection. */
const EVENTS_SQL = `
WITH happened AS (
  SELECT * FROM unnest($1::uuid[], $2::int[], $3::"EventAudience"[], $4::uuid[], $5::uuid[], $6::text[], $7::jsonb[])
    AS h(room_id, place, audience, to_id, actor_id, type, facts)),
clocks AS (
  UPDATE room_clock c SET version = c.version + n.events
  FROM (SELECT room_id, count(*) AS events FROM happened GROUP BY room_id) n WHERE c.room_id = n.room_id
  RETURNING c.room_id, c.version, n.events),
written AS (
  INSERT INTO room_event (room_id, version, audience, to_id, actor_id, type, facts)
  SELECT h.room_id, c.version - c.events + h.place, h.audience, h.to_id, h.actor_id, h.type, h.facts
  FROM happened h JOIN clocks c USING (room_id))
SELECT room_id AS "roomId", version::int AS version, pg_notify($8, room_id::text) FROM clocks`;

export type RoomHappened = { roomId: string; actorId: string | null; event: EventToWrite };

/** Writes the events as the last statement of the batch, since it locks `room_clock`. The new version by room. */
export async function writeHappenings(sql: Sql, happened: RoomHappened[]): Promise<Map<string, number>> {
  if (happened.length === 0) return new Map();
  const places = new Map<string, number>();
  const rows = happened.map(({ roomId, actorId, event }) => {
    const place = (places.get(roomId) ?? 0) + 1;
    places.set(roomId, place);
    const { type, ...facts } = event.happening;
    return {
      roomId,
      place,
      audience: event.audience,
      toId: event.audience === "person" ? event.toId : null,
      actorId,
      type,
      facts: JSON.stringify(facts),
    };
  });
  const clocks = await sql.rows<{ roomId: string; version: number }>("door-events", EVENTS_SQL, [
    rows.map((row) => row.roomId),
    rows.map((row) => row.place),
    rows.map((row) => row.audience),
    rows.map((row) => row.toId),
    rows.map((row) => row.actorId),
    rows.map((row) => row.type),
    rows.map((row) => row.facts),
    ROOM_EVENT_CHANNEL,
  ]);
  return new Map(clocks.map((clock) => [clock.roomId, clock.version]));
}
