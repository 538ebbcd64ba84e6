// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as adminInputs from "@/lib/wire/admin/inputs";
import type * as adminNumbers from "@/lib/wire/admin/numbers";
import type * as adminViews from "@/lib/wire/admin/views";
import type * as fields from "@/lib/wire/fields";

export type AdminApi = {
  "PUT /api/admin/bans/:personId": {
    params: { personId: string };
    input: z.input<typeof adminInputs.reasonInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/admin/bans/:personId": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/admin/history": {
    asked: z.input<typeof adminNumbers.adminHistoryInput>;
    answer: z.output<typeof adminNumbers.adminHistory>;
  };
  "GET /api/admin/limits": { answer: z.output<typeof adminNumbers.adminLimits> };
  "GET /api/admin/log": {
    asked: z.input<typeof adminInputs.adminLogInput>;
    answer: z.output<typeof adminViews.adminLogPage>;
  };
  "GET /api/admin/numbers": { answer: z.output<typeof adminNumbers.adminNumbers> };
  "GET /api/admin/people": {
    asked: z.input<typeof adminInputs.adminPeopleInput>;
    answer: z.output<typeof adminViews.adminPeopleFound>;
  };
  "DELETE /api/admin/rooms/:roomId": {
    params: { roomId: string };
    input: z.input<typeof adminInputs.reasonInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/admin/rooms": { answer: z.output<typeof adminViews.adminRoomList> };
};
