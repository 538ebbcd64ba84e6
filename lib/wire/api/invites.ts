// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as invitesInputs from "@/lib/wire/invites/inputs";
import type * as invitesViews from "@/lib/wire/invites/views";

export type InvitesApi = {
  "DELETE /api/me/pings/:roomId": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/me/pings": { answer: z.output<typeof invitesViews.pingList> };
  "POST /api/rooms/:roomId/invitations": {
    params: { roomId: string };
    input: z.input<typeof invitesInputs.invitationInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/invite-links/:linkId": {
    params: { roomId: string; linkId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/invite-links": {
    params: { roomId: string };
    answer: z.output<typeof invitesViews.inviteLinkList>;
  };
  "POST /api/rooms/:roomId/invite-links": {
    params: { roomId: string };
    input: z.input<typeof invitesInputs.inviteLinkInput>;
    answer: z.output<typeof invitesViews.freshInviteLink>;
  };
  "POST /api/rooms/:roomId/invite-links/uses": {
    params: { roomId: string };
    input: z.input<typeof invitesInputs.linkUseInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/pings": {
    params: { roomId: string };
    input: z.input<typeof invitesInputs.pingInput>;
    answer: z.output<typeof fields.nothing>;
  };
};
