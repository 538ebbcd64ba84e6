// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as figuresViews from "@/lib/wire/figures/views";

export type FiguresApi = {
  "GET /api/rooms/:roomId/figures": { params: { roomId: string }; answer: z.output<typeof figuresViews.roomFigures> };
};
