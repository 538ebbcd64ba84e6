// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as showsChecklist from "@/lib/wire/shows/checklist";
import type * as showsInputs from "@/lib/wire/shows/inputs";
import type * as showsViews from "@/lib/wire/shows/views";

export type ShowsApi = {
  "POST /api/episodes": {
    input: z.input<typeof showsInputs.episodeFields>;
    answer: z.output<typeof showsViews.episodeAnswer>;
  };
  "GET /api/rooms/:roomId/episode/checklist": {
    params: { roomId: string };
    answer: z.output<typeof showsChecklist.checklistAnswer>;
  };
  "PUT /api/rooms/:roomId/episode/published": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/rooms/:roomId/episode": { params: { roomId: string }; answer: z.output<typeof showsViews.episodeView> };
  "PATCH /api/rooms/:roomId/episode": {
    params: { roomId: string };
    input: z.input<typeof showsInputs.episodeChanges>;
    answer: z.output<typeof showsViews.episodeAnswer>;
  };
  "DELETE /api/rooms/:roomId/episode": {
    params: { roomId: string };
    input: z.input<typeof showsInputs.callOffInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/shows/:showId/episodes": {
    params: { showId: string };
    answer: z.output<typeof showsViews.showEpisodesView>;
  };
  "DELETE /api/shows/:showId/hosts/:personId": {
    params: { showId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/shows/:showId/hosts": {
    params: { showId: string };
    input: z.input<typeof showsInputs.showHostInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "PUT /api/shows/:showId/published": { params: { showId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/shows/:showId": { params: { showId: string }; answer: z.output<typeof showsViews.showView> };
  "PATCH /api/shows/:showId": {
    params: { showId: string };
    input: z.input<typeof showsInputs.showChanges>;
    answer: z.output<typeof showsViews.showAnswer>;
  };
  "DELETE /api/shows/:showId": {
    params: { showId: string };
    input: z.input<typeof showsInputs.callOffInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/shows": { asked: z.input<typeof showsInputs.showPageInput>; answer: z.output<typeof showsViews.showPage> };
  "POST /api/shows": { input: z.input<typeof showsInputs.showFields>; answer: z.output<typeof showsViews.showAnswer> };
};
