// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as stageInputs from "@/lib/wire/stage/inputs";
import type * as stageViews from "@/lib/wire/stage/views";

export type StageApi = {
  "POST /api/rooms/:roomId/host": {
    params: { roomId: string };
    input: z.input<typeof stageInputs.handOverInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/leader": { params: { roomId: string }; answer: z.output<typeof stageViews.onStageAnswer> };
  "POST /api/rooms/:roomId/offer": { params: { roomId: string }; answer: z.output<typeof stageViews.onStageAnswer> };
  "DELETE /api/rooms/:roomId/offer": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "POST /api/rooms/:roomId/offers/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof stageViews.offerMade>;
  };
  "DELETE /api/rooms/:roomId/offers/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/stage/:personId/mute": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/stage/:personId/mute": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "PATCH /api/rooms/:roomId/stage/:personId": {
    params: { roomId: string; personId: string };
    input: z.input<typeof stageInputs.stageChange>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/stage/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/stage/mute": {
    params: { roomId: string };
    input: z.input<typeof stageInputs.muteAllInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/stage/mute": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
};
