import { type ShowId, toId } from "@/lib/domain/ids";
import { editShow } from "@/lib/server/commands/shows/edit-show";
import { endShow } from "@/lib/server/commands/shows/end-show";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { show } from "@/lib/server/queries/shows/show";
import { showView } from "@/lib/wire/shows/views";

export const GET = query({
  summary: "A show: what it is about, who leads it, when it is",
  who: "anyone",
  output: showView,
  ask: async ({ caller, params }) => {
    const id = toId<ShowId>(params.showId);
    return id && show(caller, { id });
  },
});

export const PATCH = command(editShow);
export const DELETE = command(endShow);
