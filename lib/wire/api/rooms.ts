// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as roomsInputs from "@/lib/wire/rooms/inputs";
import type * as roomsMine from "@/lib/wire/rooms/mine";
import type * as roomsViews from "@/lib/wire/rooms/views";

export type RoomsApi = {
  "PUT /api/rooms/:roomId/hidden": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "DELETE /api/rooms/:roomId/hidden": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "POST /api/rooms/:roomId/live": { params: { roomId: string }; answer: z.output<typeof roomsViews.roomAnswer> };
  "GET /api/rooms/:roomId/mine": { params: { roomId: string }; answer: z.output<typeof roomsMine.mineView> };
  "PUT /api/rooms/:roomId/pinned-link": {
    params: { roomId: string };
    input: z.input<typeof roomsInputs.pinnedLinkInput>;
    answer: z.output<typeof roomsViews.pinnedLinkAnswer>;
  };
  "DELETE /api/rooms/:roomId/pinned-link": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/rooms/:roomId": { params: { roomId: string }; answer: z.output<typeof roomsViews.roomView> };
  "PATCH /api/rooms/:roomId": {
    params: { roomId: string };
    input: z.input<typeof roomsInputs.roomChanges>;
    answer: z.output<typeof roomsViews.roomAnswer>;
  };
  "DELETE /api/rooms/:roomId": {
    params: { roomId: string };
    input: z.input<typeof roomsInputs.endInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms": { input: z.input<typeof roomsInputs.roomFields>; answer: z.output<typeof roomsViews.roomAnswer> };
};
