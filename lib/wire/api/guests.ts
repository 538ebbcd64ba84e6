// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as guestsInputs from "@/lib/wire/guests/inputs";
import type * as guestsViews from "@/lib/wire/guests/views";

export type GuestsApi = {
  "POST /api/guests/answer": {
    input: z.input<typeof guestsInputs.guestAnswerInput>;
    answer: z.output<typeof guestsViews.invitationAnswer>;
  };
  "POST /api/guests/claim": {
    input: z.input<typeof guestsInputs.guestSecretInput>;
    answer: z.output<typeof guestsViews.invitationAnswer>;
  };
  "PUT /api/rooms/:roomId/guests/:guestId/claim": {
    params: { roomId: string; guestId: string };
    input: z.input<typeof guestsInputs.guestClaimInput>;
    answer: z.output<typeof guestsViews.guestAnswer>;
  };
  "POST /api/rooms/:roomId/guests/:guestId/link": {
    params: { roomId: string; guestId: string };
    answer: z.output<typeof guestsViews.freshGuestLink>;
  };
  "POST /api/rooms/:roomId/guests/:guestId/mail": {
    params: { roomId: string; guestId: string };
    answer: z.output<typeof guestsViews.freshGuestLink>;
  };
  "PATCH /api/rooms/:roomId/guests/:guestId": {
    params: { roomId: string; guestId: string };
    input: z.input<typeof guestsInputs.guestChanges>;
    answer: z.output<typeof guestsViews.guestAnswer>;
  };
  "DELETE /api/rooms/:roomId/guests/:guestId": {
    params: { roomId: string; guestId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/guests": { params: { roomId: string }; answer: z.output<typeof guestsViews.guestList> };
  "POST /api/rooms/:roomId/guests": {
    params: { roomId: string };
    input: z.input<typeof guestsInputs.inviteGuestInput>;
    answer: z.output<typeof guestsViews.freshGuestLink>;
  };
};
