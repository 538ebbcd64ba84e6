// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as clubsInputs from "@/lib/wire/clubs/inputs";
import type * as clubsViews from "@/lib/wire/clubs/views";
import type * as fields from "@/lib/wire/fields";

export type ClubsApi = {
  "PUT /api/clubs/:clubId/founder": {
    params: { clubId: string };
    input: z.input<typeof clubsInputs.passOnInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/clubs/:clubId/invitation": {
    params: { clubId: string };
    answer: z.output<typeof clubsViews.clubStanding>;
  };
  "DELETE /api/clubs/:clubId/invitations/:personId": {
    params: { clubId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/clubs/:clubId/invitations": {
    params: { clubId: string };
    input: z.input<typeof clubsInputs.clubInviteInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "PATCH /api/clubs/:clubId/members/:personId": {
    params: { clubId: string; personId: string };
    input: z.input<typeof clubsInputs.memberRoleInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/clubs/:clubId/members/:personId": {
    params: { clubId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/clubs/:clubId/members": {
    params: { clubId: string };
    asked: z.input<typeof clubsInputs.clubPageInput>;
    answer: z.output<typeof clubsViews.clubMemberPage>;
  };
  "POST /api/clubs/:clubId/membership": {
    params: { clubId: string };
    answer: z.output<typeof clubsViews.clubStanding>;
  };
  "DELETE /api/clubs/:clubId/membership": {
    params: { clubId: string };
    answer: z.output<typeof clubsViews.clubStanding>;
  };
  "POST /api/clubs/:clubId/request": { params: { clubId: string }; answer: z.output<typeof clubsViews.clubStanding> };
  "DELETE /api/clubs/:clubId/request": { params: { clubId: string }; answer: z.output<typeof clubsViews.clubStanding> };
  "PUT /api/clubs/:clubId/requests/:personId": {
    params: { clubId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/clubs/:clubId/requests/:personId": {
    params: { clubId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/clubs/:clubId": { params: { clubId: string }; answer: z.output<typeof clubsViews.clubView> };
  "PATCH /api/clubs/:clubId": {
    params: { clubId: string };
    input: z.input<typeof clubsInputs.clubChanges>;
    answer: z.output<typeof clubsViews.clubAnswer>;
  };
  "DELETE /api/clubs/:clubId": { params: { clubId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/clubs/:clubId/waiting": { params: { clubId: string }; answer: z.output<typeof clubsViews.clubWaiting> };
  "GET /api/clubs": { asked: z.input<typeof clubsInputs.clubPageInput>; answer: z.output<typeof clubsViews.clubPage> };
  "POST /api/clubs": { input: z.input<typeof clubsInputs.clubFields>; answer: z.output<typeof clubsViews.clubAnswer> };
};
