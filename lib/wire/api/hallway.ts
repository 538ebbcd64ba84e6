// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as hallwayInputs from "@/lib/wire/hallway/inputs";
import type * as hallwayViews from "@/lib/wire/hallway/views";

export type HallwayApi = {
  "GET /api/rooms": { asked: z.input<typeof hallwayInputs.roomsInput>; answer: z.output<typeof hallwayViews.roomPage> };
};
