import { type ShowId, toId } from "@/lib/domain/ids";
import { query } from "@/lib/server/http/query";
import { showEpisodes } from "@/lib/server/queries/shows/show-episodes";
import { showEpisodesView } from "@/lib/wire/shows/views";

export const GET = query({
  summary: "A show's episodes to come and those that were, and drafts for those who lead it",
  who: "anyone",
  output: showEpisodesView,
  ask: async ({ caller, params }) => {
    const id = toId<ShowId>(params.showId);
    return id && showEpisodes(caller, id);
  },
});
