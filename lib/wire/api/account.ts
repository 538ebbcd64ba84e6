// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as accountInputs from "@/lib/wire/account/inputs";
import type * as accountViews from "@/lib/wire/account/views";
import type * as fields from "@/lib/wire/fields";
import type * as signInViews from "@/lib/wire/sign-in/views";

export type AccountApi = {
  "POST /api/me/address/codes": {
    input: z.input<typeof accountInputs.newAddressInput>;
    answer: z.output<typeof signInViews.codeSent>;
  };
  "PUT /api/me/address": {
    input: z.input<typeof accountInputs.addressInput>;
    answer: z.output<typeof accountViews.addressChanged>;
  };
  "GET /api/me/blocks": {
    asked: z.input<typeof accountInputs.blocksInput>;
    answer: z.output<typeof accountViews.blockList>;
  };
  "GET /api/me/exports": { answer: z.output<typeof accountViews.exportState> };
  "POST /api/me/exports": { answer: z.output<typeof accountViews.exportAnswer> };
  "DELETE /api/me/providers/:provider": { params: { provider: string }; answer: z.output<typeof fields.nothing> };
  "DELETE /api/me": { answer: z.output<typeof accountViews.givenUp> };
  "DELETE /api/me/sessions/:sessionId": { params: { sessionId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/me/sessions": { answer: z.output<typeof accountViews.sessionList> };
  "DELETE /api/me/sessions": { answer: z.output<typeof fields.nothing> };
  "GET /api/me/sign-in-methods": { answer: z.output<typeof accountViews.signInMethods> };
};
