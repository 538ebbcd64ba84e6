import { can } from "@/lib/domain/permissions";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { noInput, nothing } from "@/lib/wire/fields";

/** Takes the room's link away. Where there is none it does nothing. */
export const unpinLink = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Unpin the room's link",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, now }) => {
      if (!can(actor, "pinLink")) return refused("not_allowed");
      const where = { roomId, unpinnedAt: null };
      const { count } = await tx.pinnedLink.updateMany({ where, data: { unpinnedAt: now } });
      if (count === 0) return granted({ value: null });
      return granted({ value: null, events: [{ audience: "everyone", happening: { type: "link_unpinned" } }] });
    }),
});
