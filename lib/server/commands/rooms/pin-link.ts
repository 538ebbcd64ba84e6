import type { PersonId, RoomId } from "@/lib/domain/ids";
import { toId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS, whyNoSeat } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { linkPreview } from "@/lib/server/link-preview/link-preview";
import type { Transaction } from "@/lib/server/postgres/db";
import { actorIn } from "@/lib/server/queries/rooms/actor-in";
import { pinnedLinkInput } from "@/lib/wire/rooms/inputs";
import type { PinnedLinkView } from "@/lib/wire/rooms/views";
import { pinnedLinkAnswer } from "@/lib/wire/rooms/views";

/**
 * Shows one link to everyone in the room, in place of the one before. The page is read before anything is locked, and
 * only for people who may pin. Refused `link_unsafe` for what is no https page of the public internet. Source: behaviours 13.
 */
export const pinLink = defineCommand({
  who: "member",
  limit: "linksOfPerson",
  input: pinnedLinkInput,
  output: pinnedLinkAnswer,
  refusals: [...SCENE_REFUSALS, "link_unsafe", "not_allowed", "too_many"],
  summary: "Pin a link for everyone in the room",
  run: async (ask) => {
    const roomId = toId<RoomId>(ask.params.roomId);
    if (!roomId) return refused("not_found");
    const pinner = await actorIn(roomId, ask.caller.id);
    if (!pinner) return refused(await whyNoSeat(ask.caller, roomId));
    if (!can(pinner, "pinLink")) return refused("not_allowed");
    const preview = await linkPreview(ask.input.url);
    if (!preview.ok) return preview;
    const link = preview.value;
    return actInRoom(ask, async ({ tx, actor, now }) => {
      if (!can(actor, "pinLink")) return refused("not_allowed");
      await pin(tx, roomId, actor.personId, link, now);
      return granted({ value: { link }, events: [{ audience: "everyone", happening: { type: "link_pinned", link } }] });
    });
  },
});

/** Two moderators may pin at once: the second waits at the index for the first, and then replaces the link. */
async function pin(tx: Transaction, roomId: RoomId, pinnedById: PersonId, link: PinnedLinkView, now: Date) {
  for (let pinned = 0; pinned === 0; ) {
    await tx.pinnedLink.updateMany({ where: { roomId, unpinnedAt: null }, data: { unpinnedAt: now } });
    const { count } = await tx.pinnedLink.createMany({
      data: [{ ...link, roomId, pinnedById, pinnedAt: now }],
      skipDuplicates: true,
    });
    pinned = count;
  }
}
