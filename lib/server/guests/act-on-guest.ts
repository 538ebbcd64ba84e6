import { validate } from "uuid";
import { type Ruling, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actOnEpisode, type EpisodeScene } from "@/lib/server/acts/act-on-episode";
import type { Caller } from "@/lib/server/callers/caller";
import type { Prisma } from "@/lib/server/generated/prisma/client";

/** A guest's row, locked. */
export type GuestRow = Prisma.EpisodeGuestGetPayload<object>;

type Ask = { caller: Caller; params: Readonly<Record<string, string>> };

/**
 * One act of somebody who leads the episode upon one of its guests, whom the path names. `not_found` for guests of other episodes and for
 * everybody who leads it not. Locks in the order room → guest.
 */
export function actOnGuest<Value, Refusal extends string = never>(
  ask: Ask,
  act: (scene: EpisodeScene, guest: GuestRow) => Promise<Ruling<Value, Refusal>>,
): Promise<Ruling<Value, Refusal | "not_found">> {
  return actOnEpisode<Value, Refusal | "not_found">(ask, async (scene) => {
    const { tx, roomId, actor } = scene;
    const { guestId = "" } = ask.params;
    if (!canWithShow(actor.role, "inviteGuest") || !validate(guestId)) return refused("not_found");
    await tx.$queryRaw`SELECT FROM episode_guest WHERE id = ${guestId}::uuid FOR UPDATE`;
    const guest = await tx.episodeGuest.findFirst({ where: { id: guestId, roomId } });
    return guest ? act(scene, guest) : refused("not_found");
  });
}
