// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as rosterInputs from "@/lib/wire/roster/inputs";
import type * as rosterViews from "@/lib/wire/roster/views";

export type RosterApi = {
  "GET /api/rooms/:roomId/audience": {
    params: { roomId: string };
    asked: z.input<typeof rosterInputs.audiencePageInput>;
    answer: z.output<typeof rosterViews.audiencePageView>;
  };
  "GET /api/rooms/:roomId/followed": {
    params: { roomId: string };
    answer: z.output<typeof rosterViews.followedHereView>;
  };
  "GET /api/rooms/:roomId/people": {
    params: { roomId: string };
    asked: z.input<typeof rosterInputs.peopleInput>;
    answer: z.output<typeof rosterViews.peopleFound>;
  };
  "GET /api/rooms/:roomId/seats": { params: { roomId: string }; answer: z.output<typeof rosterViews.seatList> };
};
