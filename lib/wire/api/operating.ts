// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as operatingViews from "@/lib/wire/operating/views";

export type OperatingApi = {
  "GET /api/health": { answer: z.output<typeof operatingViews.healthAnswer> };
  "GET /api/ready": {
    answer: z.output<typeof operatingViews.readyAnswer> | z.output<typeof operatingViews.readyAnswer>;
  };
};
