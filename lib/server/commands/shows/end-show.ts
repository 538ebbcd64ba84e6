import { granted, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actInShow } from "@/lib/server/acts/act-in-show";
import { defineCommand } from "@/lib/server/http/command";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { endShowNow } from "@/lib/server/planning/end-show";
import { writeTold } from "@/lib/server/planning/told";
import { nothing } from "@/lib/wire/fields";
import { callOffInput } from "@/lib/wire/shows/inputs";

/** Ends a show: no more episodes, and those to come are called off with the reason. Its page stays; a draft is gone for good. */
export const endShow = defineCommand({
  who: "member",
  limit: "showActsOfPerson",
  input: callOffInput,
  output: nothing,
  refusals: ["not_allowed", "not_found"],
  summary: "End a show",
  run: async (ask) => {
    const ended = await actInShow(ask, async ({ tx, showId, actor, now }) => {
      if (!canWithShow(actor.role, "endShow")) return refused("not_allowed");
      const { endedAt } = await tx.show.findUniqueOrThrow({ where: { id: showId } });
      if (endedAt) return granted([]);
      const told = await endShowNow(tx, showId, { by: actor.personId, reason: ask.input.reason, now });
      return granted(await writeTold(tx, actor.personId, told));
    });
    if (!ended.ok) return ended;
    ringHallway(ended.value);
    return granted(null);
  },
});
