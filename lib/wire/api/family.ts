// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as familyInputs from "@/lib/wire/family/inputs";
import type * as familyViews from "@/lib/wire/family/views";
import type * as fields from "@/lib/wire/fields";

export type FamilyApi = {
  "POST /api/rooms/:roomId/family-line": {
    params: { roomId: string };
    input: z.input<typeof familyInputs.noticeInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/halls": { params: { roomId: string }; answer: z.output<typeof familyViews.hallsDeskView> };
  "POST /api/rooms/:roomId/overflow": {
    params: { roomId: string };
    input: z.input<typeof familyInputs.overflowInput>;
    answer: z.output<typeof familyViews.openedHall>;
  };
  "POST /api/rooms/:roomId/people/:personId/seat-offer": {
    params: { roomId: string; personId: string };
    input: z.input<typeof familyInputs.sendInput>;
    answer: z.output<typeof familyViews.sendAnswer>;
  };
  "DELETE /api/rooms/:roomId/people/:personId/seat-offer": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/seat-offer": { params: { roomId: string }; answer: z.output<typeof familyViews.seatTaken> };
  "DELETE /api/rooms/:roomId/seat-offer": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "POST /api/rooms/:roomId/visit": { params: { roomId: string }; answer: z.output<typeof familyViews.visitAnswer> };
  "DELETE /api/rooms/:roomId/visit": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
};
