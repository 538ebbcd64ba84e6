// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as fields from "@/lib/wire/fields";
import type * as recordingInputs from "@/lib/wire/recording/inputs";
import type * as recordingViews from "@/lib/wire/recording/views";

export type RecordingApi = {
  "PUT /api/rooms/:roomId/recording/answer": {
    params: { roomId: string };
    input: z.input<typeof recordingInputs.recordingAnswer>;
    answer: z.output<typeof fields.nothing>;
  };
  "POST /api/rooms/:roomId/recording": {
    params: { roomId: string };
    answer: z.output<typeof recordingViews.recordingStarted>;
  };
  "DELETE /api/rooms/:roomId/recording": { params: { roomId: string }; answer: z.output<typeof fields.nothing> };
  "GET /api/rooms/:roomId/recordings/:recordingId/chat": {
    params: { roomId: string; recordingId: string };
    asked: z.input<typeof recordingInputs.replayChatInput>;
    answer: z.output<typeof recordingViews.replayChatPage>;
  };
  "PATCH /api/rooms/:roomId/recordings/:recordingId": {
    params: { roomId: string; recordingId: string };
    input: z.input<typeof recordingInputs.recordingChanges>;
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/recordings/:recordingId": {
    params: { roomId: string; recordingId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/recordings": {
    params: { roomId: string };
    answer: z.output<typeof recordingViews.recordingList>;
  };
};
