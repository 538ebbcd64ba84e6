import { query } from "@/lib/server/http/query";
import { search } from "@/lib/server/queries/search/search";
import { searchInput } from "@/lib/wire/search/inputs";
import { searchFound } from "@/lib/wire/search/views";

export const GET = query({
  summary: "People, rooms, shows and topics by what they are called; mistakes in typing are forgiven",
  who: "anyone",
  asked: searchInput,
  searches: true,
  output: searchFound,
  ask: ({ caller, asked: { q, kind = null, after = null } }) => search(caller, { q, kind, after }),
});
