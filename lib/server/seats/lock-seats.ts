import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Scope } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import type { Transaction } from "@/lib/server/postgres/db";

/** An open seat as it is while its row is locked. `muted`: a moderator took the microphone away. */
export type LockedSeat = {
  id: string;
  personId: PersonId;
  kind: "member" | "guest";
  role: Role;
  muted: boolean;
  openedAt: Date;
  stageSince: Date | null;
  /** The page that took it; null where a script did. */
  pageId: string | null;
  /** From where its holder acts upon a room that they do not sit in; its own room unless said. */
  scope?: Scope;
};

/**
 * Locks these people's open seats in a room, in one order everywhere so that two acts cannot wait for each other.
 * After the room's row, before `room_clock` (mechanics). People without an open seat are missing from the answer.
 */
export async function lockSeats(
  tx: Transaction,
  roomId: RoomId,
  people: readonly PersonId[],
): Promise<Map<PersonId, LockedSeat>> {
  const seats = await tx.$queryRaw<LockedSeat[]>`
    SELECT s.id, s.person_id AS "personId", p.kind, s.role, s.muted_at IS NOT NULL AS muted,
           s.opened_at AS "openedAt", s.stage_since AS "stageSince",
           s.page_id AS "pageId"
    FROM seat s JOIN person p ON p.id = s.person_id
    WHERE s.room_id = ${roomId}::uuid AND s.person_id = ANY(${people}::uuid[]) AND s.closed_at IS NULL
    ORDER BY s.id FOR NO KEY UPDATE OF s`;
  return new Map(seats.map((seat) => [seat.personId, seat]));
}
