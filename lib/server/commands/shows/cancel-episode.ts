import { granted, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actOnEpisode } from "@/lib/server/acts/act-on-episode";
import { defineCommand } from "@/lib/server/http/command";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { callOff } from "@/lib/server/planning/call-off";
import { writeTold } from "@/lib/server/planning/told";
import { nothing } from "@/lib/wire/fields";
import { callOffInput } from "@/lib/wire/shows/inputs";

/**
 * Calls an episode off, with the reason, which whoever wanted to come is told once. A draft, of which nobody knows, is left out: it is gone, and
 * its show's rhythm makes no other in its place. A second time changes nothing.
 */
export const cancelEpisode = defineCommand({
  who: "member",
  limit: "showActsOfPerson",
  input: callOffInput,
  output: nothing,
  refusals: ["episode_begun", "not_allowed", "not_found"],
  summary: "Call an episode off",
  run: async (ask) => {
    const cancelled = await actOnEpisode(
      ask,
      async ({ tx, roomId, room, actor, now }) => {
        if (!canWithShow(actor.role, "cancelEpisode")) return refused("not_allowed");
        const { cancelledAt } = await tx.episode.findUniqueOrThrow({ where: { roomId } });
        if (cancelledAt) return granted([]);
        if (room.status !== "scheduled") return refused("episode_begun");
        const told = await callOff(tx, roomId, { by: actor.personId, reason: ask.input.reason, now });
        return granted(await writeTold(tx, actor.personId, [told]));
      },
      { alsoLocks: "show" },
    );
    if (!cancelled.ok) return cancelled;
    ringHallway(cancelled.value);
    return granted(null);
  },
});
