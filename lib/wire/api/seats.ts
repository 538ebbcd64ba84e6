// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as seatsDoor from "@/lib/wire/seats/door";
import type * as seatsInputs from "@/lib/wire/seats/inputs";
import type * as seatsViews from "@/lib/wire/seats/views";

export type SeatsApi = {
  "POST /api/rooms/:roomId/guest": { params: { roomId: string }; answer: z.output<typeof seatsViews.guestAnswer> };
  "POST /api/rooms/:roomId/seat/goodbye": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "POST /api/rooms/:roomId/seat": {
    params: { roomId: string };
    input: z.input<typeof seatsInputs.seatInput>;
    answer: z.output<typeof seatsDoor.joinAnswer> | z.output<typeof seatsDoor.waitAnswer>;
  };
  "DELETE /api/rooms/:roomId/seat": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
};
