import type { RoomId } from "@/lib/domain/ids";
import type { Standing } from "@/lib/domain/stage/offer";
import type { Transaction } from "@/lib/server/postgres/db";

/** How somebody's invitation to the stage by a link for speakers stands; its row is locked, so that it is taken up or withdrawn. */
export async function standingInvitation(tx: Transaction, roomId: RoomId, personId: string): Promise<Standing> {
  const [invitation] = await tx.$queryRaw<{ risen: boolean }[]>`
    SELECT risen_at IS NOT NULL AS risen FROM invitation
    WHERE room_id = ${roomId}::uuid AND person_id = ${personId}::uuid AND role = 'speaker' FOR UPDATE`;
  if (!invitation) return null;
  return invitation.risen ? "used" : "open";
}
