import { granted, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actOnEpisode } from "@/lib/server/acts/act-on-episode";
import { defineCommand } from "@/lib/server/http/command";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { publishDrafts } from "@/lib/server/planning/publish-drafts";
import { edited, writeTold } from "@/lib/server/planning/told";
import { noInput, nothing } from "@/lib/wire/fields";

/** Announces a draft. An episode of a draft show is announced with its show. A second time changes nothing. */
export const publishEpisode = defineCommand({
  who: "member",
  limit: "showActsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["episode_begun", "not_allowed", "not_found", "show_is_draft"],
  summary: "Announce an episode",
  run: async (ask) => {
    const published = await actOnEpisode(
      ask,
      async ({ tx, roomId, room, showId, actor, now }) => {
        if (!canWithShow(actor.role, "publishEpisode")) return refused("not_allowed");
        if (room.status !== "scheduled") return refused("episode_begun");
        const show = showId && (await tx.show.findUniqueOrThrow({ where: { id: showId } }));
        if (show && !show.publishedAt) return refused("show_is_draft");
        await publishDrafts(tx, [roomId], now);
        return granted(await writeTold(tx, actor.personId, [await edited(tx, [roomId])]));
      },
      { alsoLocks: "show" },
    );
    if (!published.ok) return published;
    ringHallway(published.value);
    return granted(null);
  },
});
