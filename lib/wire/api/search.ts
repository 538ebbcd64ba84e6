// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as searchInputs from "@/lib/wire/search/inputs";
import type * as searchViews from "@/lib/wire/search/views";

export type SearchApi = {
  "GET /api/search": {
    asked: z.input<typeof searchInputs.searchInput>;
    answer: z.output<typeof searchViews.searchFound>;
  };
};
