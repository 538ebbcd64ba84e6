import type { RoomId } from "@/lib/domain/ids";
import { redeem } from "@/lib/domain/invites/invite-link";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { Caller } from "@/lib/server/callers/caller";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { visibilityOf } from "@/lib/server/queries/rooms/visibility";

type LinkRefusal = "not_found" | "banned" | "members_only" | "guests_not_allowed" | "link_spent";

/**
 * Invites the caller by a link. The link's row is locked: its last use goes to one person, and two taps of one person are
 * one use.
 * Lock order: link → invitation.
 */
export async function redeemLink(
  roomId: RoomId,
  person: Pick<Caller, "id" | "kind">,
  linkId: string,
): Promise<Ruling<null, LinkRefusal>> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM invite_link WHERE id = ${linkId}::uuid FOR UPDATE`;
    const [link, room, invitation, seen] = [
      await tx.inviteLink.findUnique({ where: { id: linkId } }),
      await tx.room.findUnique({ where: { id: roomId }, select: { guestsAllowed: true, createdById: true } }),
      await tx.invitation.findUnique({ where: { roomId_personId: { roomId, personId: person.id } } }),
      await visibilityOf(person, roomId),
    ];
    if (!link || !room) return refused("not_found");
    const bearer = {
      kind: person.kind,
      banned: seen?.sight === "removed",
      isCreator: room.createdById === person.id,
      // A speaker's link leads to the stage once; a second time needs another link.
      invited: invitation?.risenAt && invitation.linkId !== linkId ? ("listener" as const) : (invitation?.role ?? null),
    };
    const ruled = redeem(link, bearer, room, new Date());
    if (!ruled.ok) return ruled;
    if (ruled.value === "keep") return granted(null);
    return (await use(tx, roomId, person.id, link)) ? granted(null) : refused("link_spent");
  });
}

type UsedLink = { id: string; role: "listener" | "speaker"; createdById: string };

/** False where the link was used up or revoked meanwhile. */
async function use(tx: Transaction, roomId: RoomId, personId: string, link: UsedLink): Promise<boolean> {
  const used = await tx.$executeRaw`
    UPDATE invite_link SET uses = uses + 1 WHERE id = ${link.id}::uuid AND uses < max_uses AND revoked_at IS NULL`;
  if (used === 0) return false;
  const given = { role: link.role, linkId: link.id, invitedById: link.createdById, risenAt: null };
  const key = { roomId, personId };
  await tx.invitation.upsert({ where: { roomId_personId: key }, create: { ...key, ...given }, update: given });
  return true;
}
