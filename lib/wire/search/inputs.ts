import { z } from "zod";
import { MAX_SEARCH, SEARCH_KINDS } from "@/lib/domain/search/search-kind";
import { line } from "@/lib/wire/text";

/** Query of `GET /api/search`. Without `kind` some of each are answered. `after`: `next` of the page before, of one kind. */
export const searchInput = z.object({
  q: line(MAX_SEARCH, "optional").default(""),
  kind: z.enum(SEARCH_KINDS).optional(),
  after: z.string().max(300).optional(),
});
