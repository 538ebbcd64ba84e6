import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";

/**
 * Bars new guests who come from this person's networks: every network from which they took a seat in the room's family. A
 * main room's bar holds for its whole family. Safe to repeat.
 */
export async function barNetworks(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO network_bar (room_id, person_id, network)
    SELECT DISTINCT ${roomId}::uuid, s.person_id, s.network FROM seat s JOIN room r ON r.id = s.room_id
    WHERE s.person_id = ${personId}::uuid AND s.network IS NOT NULL
      AND coalesce(r.main_room_id, r.id) = (SELECT coalesce(main_room_id, id) FROM room WHERE id = ${roomId}::uuid)
    ON CONFLICT DO NOTHING`;
}

/** Lets guests from this person's networks in again, unless another person from there is kept out. */
export async function unbarNetworks(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<void> {
  await tx.networkBar.deleteMany({ where: { roomId, personId } });
}

/** Deletes at a room's end everything known about the networks of its people. */
export async function forgetNetworks(tx: Transaction, roomIds: readonly RoomId[]): Promise<void> {
  const where = { roomId: { in: [...roomIds] } };
  await tx.networkBar.deleteMany({ where });
  await tx.seat.updateMany({ where: { ...where, network: { not: null } }, data: { network: null } });
}
