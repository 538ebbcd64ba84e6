import { HELD_SEAT_MS } from "@/lib/domain/family/overflow";
import type { Role } from "@/lib/domain/roles";
import { isOnStage } from "@/lib/domain/roles";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";

/**
 * Why a seat was closed, as its row keeps it. `moved`: its holder went into another room. `called_up`, `sent_back`: from an
 * overflow room to the family's stage, and back.
 */
export type CloseReason = "left" | "moved" | "lease" | "removed" | "ended" | "called_up" | "sent_back";

/**
 * Closes the open seats named by the pairs of $1 (rooms) and $2 (people) for the reason $3, and with them what hangs
 * on a seat: the counter, since when the room is empty, hands, offers, and a seat kept elsewhere. A seat that an overflow room
 * holds for somebody ends $4 milliseconds after they left the stage. The rooms must be locked already.
 */
export const CLOSE_SEATS_SQL = `
WITH leaving AS (SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS l(room_id, person_id)),
closed AS (
  UPDATE seat s SET closed_at = statement_timestamp(), closed_reason = $3, lease_until = NULL, version = s.version + 1
  FROM leaving l WHERE s.person_id = l.person_id AND s.room_id = l.room_id AND s.closed_at IS NULL
  RETURNING s.room_id, s.person_id, s.role),
counted AS (
  UPDATE room r SET open_seats = r.open_seats - c.seats,
         empty_since = CASE WHEN r.open_seats = c.seats THEN statement_timestamp() END
  FROM (SELECT room_id, count(*)::int AS seats FROM closed GROUP BY room_id) c WHERE r.id = c.room_id),
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

/** How long a seat is held for somebody who left the stage without coming back to it; for whom was removed, not at all. */
export const heldForMs = (reason: CloseReason): number => (reason === "removed" ? 0 : HELD_SEAT_MS);

/** What that statement answers: one row for each thing it closed. */
export type ClosedRow = { roomId: string; personId: string } & (
  | { what: "seat"; role: Role }
  | { what: "hand" }
  | { what: "offer"; offerId: string }
);

/** What to announce of a closed thing; null where nobody need hear of it (a listener left, the whole room ended). */
export function closedEvent(row: ClosedRow, reason: CloseReason): EventToWrite | null {
  const { personId } = row;
  if (reason === "ended") return null;
  if (row.what === "hand")
    return { audience: "moderators", happening: { type: "hand_lowered", personId, reason: "left" } };
  if (row.what === "offer") {
    return {
      audience: "person",
      toId: personId,
      happening: { type: "offer_closed", offerId: row.offerId, outcome: "withdrawn" },
    };
  }
  if (!isOnStage(row.role)) return null;
  return {
    audience: "everyone",
    happening: { type: "stage_left", personId, reason: reason === "removed" ? "removed" : "left" },
  };
}
