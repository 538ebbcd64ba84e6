import type { RoomId } from "@/lib/domain/ids";
import { isLinkOpen } from "@/lib/domain/invites/invite-link";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { hashOf } from "@/lib/server/callers/secrets";
import { spend } from "@/lib/server/limits/limits";
import { db } from "@/lib/server/postgres/db";

/**
 * Finds the link of a room by its secret; null where no link has it. `open`: it lets people in at this moment.
 * Wrong secrets are counted by address. An address with too many of them is refused `too_many`
 * before any link is read.
 */
export async function findLinkBySecret(
  roomId: RoomId,
  secret: string,
  address: string,
): Promise<Ruling<{ id: string; open: boolean } | null, "too_many">> {
  const waitSeconds = await spend("wrongLinksFromAddress", address, 0);
  if (waitSeconds !== null) return refused("too_many", { retryAfterSeconds: waitSeconds });
  const link = await db().inviteLink.findUnique({ where: { secretHash: hashOf(secret) } });
  if (link?.roomId === roomId) return granted({ id: link.id, open: isLinkOpen(link, new Date()) });
  await spend("wrongLinksFromAddress", address);
  return granted(null);
}
