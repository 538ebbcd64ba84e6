// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as interpretingInputs from "@/lib/wire/interpreting/inputs";
import type * as interpretingViews from "@/lib/wire/interpreting/views";

export type InterpretingApi = {
  "POST /api/rooms/:roomId/channels/:language": {
    params: { roomId: string; language: string };
    answer: z.output<typeof interpretingViews.channelPass>;
  };
  "GET /api/rooms/:roomId/channels": {
    params: { roomId: string };
    answer: z.output<typeof interpretingViews.channelAudienceList>;
  };
  "POST /api/rooms/:roomId/interpreters/:personId/on-air": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/interpreters/:personId/on-air": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "PUT /api/rooms/:roomId/interpreters/:personId": {
    params: { roomId: string; personId: string };
    input: z.input<typeof interpretingInputs.interpreterInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "PATCH /api/rooms/:roomId/interpreters/:personId": {
    params: { roomId: string; personId: string };
    input: z.input<typeof interpretingInputs.sourceInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/interpreters/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/interpreters/:personId/to-stage": {
    params: { roomId: string; personId: string };
    input: z.input<typeof interpretingInputs.turnInput>;
    answer: z.output<typeof interpretingViews.turnedPass>;
  };
  "DELETE /api/rooms/:roomId/interpreters/:personId/to-stage": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "PUT /api/rooms/:roomId/ratings/:language": {
    params: { roomId: string; language: string };
    input: z.input<typeof interpretingInputs.ratingInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/ratings": {
    params: { roomId: string };
    answer: z.output<typeof interpretingViews.ratingList>;
  };
};
