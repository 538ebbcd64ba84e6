import type { PersonId, RoomId } from "@/lib/domain/ids";
import { rankToRemove } from "@/lib/domain/moderation/removal";
import type { Actor } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import type { Transaction } from "@/lib/server/postgres/db";

/**
 * A person that a moderator takes out of the chat or lets back, who may have left by now; null where they never sat here.
 * `removed`: they are out of it.
 */
export async function chatTarget(
  tx: Transaction,
  roomId: RoomId,
  personId: PersonId,
  openRole: Role | null,
): Promise<{ who: Actor; removed: boolean } | null> {
  const where = { roomId, personId };
  const last = await tx.seat.findFirst({ where, orderBy: { openedAt: "desc" }, select: { role: true } });
  if (!last) return null;
  const isCreator = (await tx.room.count({ where: { id: roomId, createdById: personId } })) > 0;
  const removed = (await tx.chatBan.count({ where: { ...where, liftedAt: null } })) > 0;
  return { who: { personId, role: rankToRemove({ isCreator, openRole, lastRole: last.role }) }, removed };
}
