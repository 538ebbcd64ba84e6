// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as peopleInputs from "@/lib/wire/people/inputs";
import type * as peopleViews from "@/lib/wire/people/views";
import type * as showsViews from "@/lib/wire/shows/views";

export type PeopleApi = {
  "GET /api/me/followers": {
    asked: z.input<typeof peopleInputs.followersInput>;
    answer: z.output<typeof peopleViews.followerPage>;
  };
  "PUT /api/me/portrait": {
    asked: z.input<typeof peopleInputs.portraitCrop>;
    answer: z.output<typeof peopleViews.profileAnswer>;
  };
  "DELETE /api/me/portrait": { answer: z.output<typeof fields.nothing> };
  "PUT /api/me": { answer: z.output<typeof fields.nothing> };
  "PATCH /api/me": {
    input: z.input<typeof peopleInputs.profileChanges>;
    answer: z.output<typeof peopleViews.profileAnswer>;
  };
  "POST /api/people/:personId/block": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "DELETE /api/people/:personId/block": { params: { personId: string }; answer: z.output<typeof fields.nothing> };
  "POST /api/people/:personId/follow": {
    params: { personId: string };
    answer: z.output<typeof peopleViews.followAnswer>;
  };
  "DELETE /api/people/:personId/follow": {
    params: { personId: string };
    answer: z.output<typeof peopleViews.followAnswer>;
  };
  "GET /api/people/:personId": { params: { personId: string }; answer: z.output<typeof peopleViews.personProfile> };
  "PUT /api/shows/:showId/picture": {
    params: { showId: string };
    asked: z.input<typeof peopleInputs.portraitCrop>;
    answer: z.output<typeof showsViews.showAnswer>;
  };
  "DELETE /api/shows/:showId/picture": { params: { showId: string }; answer: z.output<typeof fields.nothing> };
};
