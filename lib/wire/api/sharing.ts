// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as sharingInputs from "@/lib/wire/sharing/inputs";
import type * as sharingViews from "@/lib/wire/sharing/views";

export type SharingApi = {
  "GET /api/oembed": {
    asked: z.input<typeof sharingInputs.oembedAsked>;
    answer: z.output<typeof sharingViews.oembedAnswer>;
  };
};
