import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";

/**
 * Keeps new guests out of a room who come from where this person came from: every network that seats of theirs in the
 * room's family were taken from. A main room's bar holds for its whole family. Safe to repeat.
 */
export async function barNetworks(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO network_bar (room_id, person_id, network)
    SELECT DISTINCT ${roomId}::uuid, s.person_id, s.network FROM seat s JOIN room r ON r.id = s.room_id
    WHERE s.person_id = ${personId}::uuid AND s.network IS NOT NULL
      AND coalesce(r.main_room_id, r.id) = (SELECT coalesce(main_room_id, id) FROM room WHERE id = ${roomId}::uuid)
    ON CONFLICT DO NOTHING`;
}

/** Lets guests in again who come from where this person came from, unless somebody else from there is kept out. */
export async function unbarNetworks(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<void> {
  await tx.networkBar.deleteMany({ where: { roomId, personId } });
}

/** With a room's end goes all that is known of where people came from. */
export async function forgetNetworks(tx: Transaction, roomIds: readonly RoomId[]): Promise<void> {
  const where = { roomId: { in: [...roomIds] } };
  await tx.networkBar.deleteMany({ where });
  await tx.seat.updateMany({ where: { ...where, network: { not: null } }, data: { network: null } });
}
