import type { Transaction } from "@/lib/server/postgres/db";
import type { FoundGuest } from "./find-guest";

type Bound = Pick<FoundGuest, "id" | "roomId" | "invitedById">;

/**
 * Gives the episode's key to whoever is its guest now: they see the room, whatever its kind, and come on its stage. Who leads the episode
 * has it anyway.
 */
export async function giveKey(tx: Transaction, { roomId, invitedById }: Bound, personId: string): Promise<void> {
  const given = { role: "speaker", invitedById, linkId: null, risenAt: null } as const;
  const key = { roomId, personId };
  await tx.invitation.upsert({ where: { roomId_personId: key }, create: { ...key, ...given }, update: given });
}

/** Takes it back. Who leads the episode, or interprets it, keeps what they need for that. */
export async function takeKey(tx: Transaction, roomId: string, personId: string): Promise<void> {
  const key = { roomId, personId };
  const needed =
    (await tx.episodeHost.count({ where: key })) + (await tx.interpreter.count({ where: { ...key, endedAt: null } }));
  if (needed === 0) await tx.invitation.deleteMany({ where: { ...key, role: "speaker" } });
  else await tx.invitation.updateMany({ where: key, data: { role: "listener" } });
}
