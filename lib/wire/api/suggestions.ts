// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as suggestionsViews from "@/lib/wire/suggestions/views";

export type SuggestionsApi = {
  "PUT /api/me/suggestions/:personId": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "DELETE /api/me/suggestions/:personId": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/me/suggestions": { answer: z.output<typeof suggestionsViews.suggestionList> };
};
