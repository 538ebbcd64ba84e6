import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import type { Transaction } from "@/lib/server/postgres/db";

type Closing = {
  /** A room of the family in which the hand is up; it hangs on the seat, wherever in the family that is. */
  roomId: RoomId;
  personId: PersonId;
  outcome: "lowered" | "offered" | "declined";
  byId: PersonId;
  now: Date;
};

type ClosedHand = { roomId: RoomId; mainRoomId: RoomId };

/**
 * Puts a raised hand down and answers what is to be announced; nothing where none was up. The leaders of its hall hear of
 * it, and the leaders of the main room.
 */
export async function closeHand(tx: Transaction, closing: Closing): Promise<PlacedEvent[]> {
  const { roomId, personId, outcome, byId, now } = closing;
  const [closed] = await tx.$queryRaw<ClosedHand[]>`
    UPDATE hand h SET closed_at = ${now}, outcome = ${outcome}::"HandOutcome", answered_by_id = ${byId === personId ? null : byId}::uuid
    FROM room sat, room asked
    WHERE h.person_id = ${personId}::uuid AND h.closed_at IS NULL AND sat.id = h.room_id AND asked.id = ${roomId}::uuid
      AND coalesce(sat.main_room_id, sat.id) = coalesce(asked.main_room_id, asked.id)
    RETURNING h.room_id AS "roomId", coalesce(sat.main_room_id, sat.id) AS "mainRoomId"`;
  if (!closed) return [];
  const happening = { type: "hand_lowered", personId, reason: outcome } as const;
  const leaders = [...new Set([closed.roomId, closed.mainRoomId])];
  const told: PlacedEvent[] = leaders.map((place) => ({ roomId: place, event: { audience: "moderators", happening } }));
  if (byId !== personId) told.push({ roomId: closed.roomId, event: { audience: "person", toId: personId, happening } });
  return told;
}
