import { query } from "@/lib/server/http/query";
import { suggestions } from "@/lib/server/queries/suggestions/suggestions";
import { suggestionList } from "@/lib/wire/suggestions/views";

export const GET = query({
  summary: "Whom I might follow, each with its reason",
  who: "member",
  output: suggestionList,
  ask: async ({ caller }) => ({ suggestions: await suggestions(caller) }),
});
