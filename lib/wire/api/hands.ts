// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as handsInputs from "@/lib/wire/hands/inputs";
import type * as handsViews from "@/lib/wire/hands/views";

export type HandsApi = {
  "POST /api/rooms/:roomId/hand": {
    params: { roomId: string };
    input: z.input<typeof handsInputs.handInput>;
    answer: z.output<typeof handsViews.handRaised>;
  };
  "DELETE /api/rooms/:roomId/hand": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "PUT /api/rooms/:roomId/hands/:personId/pick": {
    params: { roomId: string; personId: string };
    input: z.input<typeof handsInputs.pickInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/hands/:personId/pick": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/hands/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/hands": {
    params: { roomId: string };
    asked: z.input<typeof handsInputs.handsPageInput>;
    answer: z.output<typeof handsViews.handsPageView>;
  };
  "DELETE /api/rooms/:roomId/hands": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
};
