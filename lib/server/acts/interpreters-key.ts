import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";
import { episodePartsSql } from "@/lib/server/queries/shows/episode-parts";

type Named = { roomId: RoomId; personId: PersonId; by: PersonId };

/** Gives the key of a planned room to whoever is to interpret it: they see it, whatever its kind. A key that they have already stays as it is. */
export async function giveInterpretersKey(tx: Transaction, { roomId, personId, by }: Named): Promise<void> {
  await tx.invitation.createMany({ data: [{ roomId, personId, invitedById: by }], skipDuplicates: true });
}

const TAKEN_SQL = `
SELECT r.id FROM room r JOIN episode e ON e.room_id = r.id WHERE r.id = $1::uuid AND r.status = 'scheduled'
  AND NOT EXISTS (SELECT FROM (${episodePartsSql("ARRAY[$1::uuid]")}) t WHERE t.person_id = $2::uuid)`;

/**
 * Takes it back from whoever interprets no more, while the room is not live. True where they have no other part in it: they have nothing to
 * do behind its stage.
 */
export async function takeInterpretersKey(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<boolean> {
  const rows = await tx.$queryRawUnsafe<unknown[]>(TAKEN_SQL, roomId, personId);
  if (rows.length === 0) return false;
  await tx.invitation.deleteMany({ where: { roomId, personId, role: "listener", linkId: null } });
  return true;
}
