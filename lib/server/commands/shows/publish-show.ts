import { granted, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actInShow } from "@/lib/server/acts/act-in-show";
import { defineCommand } from "@/lib/server/http/command";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { lockPlanned } from "@/lib/server/planning/lock-planned";
import { planAhead } from "@/lib/server/planning/plan-ahead";
import { publishDrafts } from "@/lib/server/planning/publish-drafts";
import { edited, writeTold } from "@/lib/server/planning/told";
import { noInput, nothing } from "@/lib/wire/fields";

/** Announces a show with all of its episodes to come. A second time changes nothing. */
export const publishShow = defineCommand({
  who: "member",
  limit: "showActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_allowed", "not_found", "show_ended"],
  summary: "Announce a show",
  run: async (ask) => {
    const published = await actInShow(ask, async ({ tx, showId, actor, now }) => {
      if (!canWithShow(actor.role, "publishShow")) return refused("not_allowed");
      const before = await tx.show.findUniqueOrThrow({ where: { id: showId } });
      if (before.endedAt) return refused("show_ended");
      if (before.publishedAt) return granted([]);
      await tx.show.update({ where: { id: showId }, data: { publishedAt: now } });
      const drafts = (await lockPlanned(tx, showId)).filter(({ isDraft }) => isDraft).map(({ id }) => id);
      await publishDrafts(tx, drafts, now);
      const made = await planAhead(tx, showId, now);
      return granted([...(await writeTold(tx, actor.personId, [await edited(tx, drafts)])), ...made]);
    });
    if (!published.ok) return published;
    ringHallway(published.value);
    return granted(null);
  },
});
