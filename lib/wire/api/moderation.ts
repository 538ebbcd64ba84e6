// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as moderationInputs from "@/lib/wire/moderation/inputs";
import type * as moderationViews from "@/lib/wire/moderation/views";

export type ModerationApi = {
  "PUT /api/rooms/:roomId/bans/:personId": {
    params: { roomId: string; personId: string };
    input: z.input<typeof moderationInputs.banInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/bans/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/bans": { params: { roomId: string }; answer: z.output<typeof moderationViews.banList> };
  "GET /api/rooms/:roomId/log": {
    params: { roomId: string };
    asked: z.input<typeof moderationInputs.logInput>;
    answer: z.output<typeof moderationViews.logPage>;
  };
};
