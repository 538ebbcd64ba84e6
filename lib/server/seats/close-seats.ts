import { HELD_SEAT_MS } from "@/lib/domain/family/overflow";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { isOnStage, type Role } from "@/lib/domain/roles";
import type { AuthoredEvent } from "@/lib/server/notify/placed-events";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Sql } from "@/lib/server/postgres/sql";
import { countSeats } from "./count-seats";
import { succeedHost } from "./succeed-host";

/**
 * Why a seat was closed, as its row keeps it. `moved`: its holder went into another room. `called_up`, `sent_back`: from an
 * overflow room to the family's stage, and back.
 */
export type CloseReason = "left" | "moved" | "lease" | "removed" | "ended" | "called_up" | "sent_back";

/**
 * Closes the open seats named by the pairs of $1 (rooms) and $2 (people) for the reason $3, and with them what hangs
 * on a seat: the counter, since when the room is empty, hands, offers, and a seat kept elsewhere. A seat that an overflow room
 * holds for somebody ends $4 milliseconds after they left the stage.
 */
const CLOSE_SQL = `
WITH leaving AS (SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS l(room_id, person_id)),
closed AS (
  UPDATE seat s SET closed_at = statement_timestamp(), closed_reason = $3, lease_until = NULL, version = s.version + 1
  FROM leaving l WHERE s.person_id = l.person_id AND s.room_id = l.room_id AND s.closed_at IS NULL
  RETURNING s.room_id, s.person_id, s.role),
counted AS (${countSeats("SELECT room_id, -1 AS seats FROM closed")}),
kept AS (
  UPDATE held_seat h SET ends_at = statement_timestamp() + $4::int * interval '1 millisecond'
  FROM closed c WHERE h.person_id = c.person_id AND h.closed_at IS NULL AND h.ends_at IS NULL),
lowered AS (
  UPDATE hand h SET closed_at = statement_timestamp(), outcome = 'left'
  FROM closed c WHERE h.room_id = c.room_id AND h.person_id = c.person_id AND h.closed_at IS NULL
  RETURNING h.room_id, h.person_id),
withdrawn AS (
  UPDATE offer o SET closed_at = statement_timestamp(), outcome = 'withdrawn'
  FROM closed c WHERE o.room_id = c.room_id AND o.person_id = c.person_id AND o.closed_at IS NULL
  RETURNING o.room_id, o.person_id, o.id),
unkept AS (
  UPDATE seat_offer k SET closed_at = statement_timestamp(), outcome = 'withdrawn'
  FROM closed c WHERE k.from_room_id = c.room_id AND k.person_id = c.person_id AND k.closed_at IS NULL)
SELECT 'seat' AS what, room_id::text AS "roomId", person_id::text AS "personId", role::text AS role, NULL AS "offerId" FROM closed
UNION ALL SELECT 'hand', room_id::text, person_id::text, NULL, NULL FROM lowered
UNION ALL SELECT 'offer', room_id::text, person_id::text, NULL, id::text FROM withdrawn`;

/** How long a seat is held for a person who left the stage and does not come back. A removed person's is not held. */
const heldForMs = (reason: CloseReason): number => (reason === "removed" ? 0 : HELD_SEAT_MS);

/** What that statement answers: one row for each thing it closed. */
type ClosedRow = { roomId: RoomId; personId: PersonId } & (
  | { what: "seat"; role: Role }
  | { what: "hand" }
  | { what: "offer"; offerId: string }
);

type Leaving = { roomId: RoomId; personId: PersonId };

/**
 * Closes these open seats with their hands and offers, counts the rooms' seats anew, and names a new host where the host
 * goes. The caller has locked the rooms and writes the answered events as the last statement.
 * People without an open seat are skipped, so that a second call changes nothing.
 */
export async function closeSeats(sql: Sql, leaving: readonly Leaving[], reason: CloseReason): Promise<AuthoredEvent[]> {
  if (leaving.length === 0) return [];
  const rooms = leaving.map((seat) => seat.roomId);
  const people = leaving.map((seat) => seat.personId);
  const closed = await sql.rows<ClosedRow>("close-seats", CLOSE_SQL, [rooms, people, reason, heldForMs(reason)]);
  if (reason === "ended") return [];
  const hosts = closed.filter((row) => row.what === "seat" && row.role === "host");
  return [
    ...closed.flatMap((row) => {
      const event = closedEvent(row, reason);
      return event ? [{ roomId: row.roomId, actorId: row.personId, event }] : [];
    }),
    ...(await succeedHost(sql, hosts, reason === "lease" ? "host_gone" : "host_left")),
  ];
}

const OPEN_SQL = `SELECT person_id AS "personId" FROM seat WHERE room_id = $1::uuid AND closed_at IS NULL`;

/** The same in one room, for some people or for everyone. Answers the events for that room. */
export async function closeSeatsIn(
  sql: Sql,
  roomId: RoomId,
  people: readonly PersonId[] | "everyone",
  reason: CloseReason,
): Promise<EventToWrite[]> {
  const leaving =
    people === "everyone"
      ? await sql.rows<{ personId: PersonId }>(undefined, OPEN_SQL, [roomId])
      : people.map((personId) => ({ personId }));
  const told = await closeSeats(
    sql,
    leaving.map(({ personId }) => ({ roomId, personId })),
    reason,
  );
  return told.map(({ event }) => event);
}

/** The event for one closed row; null for a listener's seat, which nobody hears of. */
function closedEvent(row: ClosedRow, reason: CloseReason): EventToWrite | null {
  const { personId } = row;
  if (row.what === "hand")
    return { audience: "moderators", happening: { type: "hand_lowered", personId, reason: "left" } };
  if (row.what === "offer") {
    const happening = { type: "offer_closed", offerId: row.offerId, outcome: "withdrawn" } as const;
    return { audience: "person", toId: personId, happening };
  }
  if (!isOnStage(row.role)) return null;
  return {
    audience: "everyone",
    happening: { type: "stage_left", personId, reason: reason === "removed" ? "removed" : "left" },
  };
}
