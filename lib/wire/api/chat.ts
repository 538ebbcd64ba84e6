// Written by scripts/openapi.mjs from what the routes say of themselves; npm run check holds it to them.
import type { z } from "zod";
import type * as chatInputs from "@/lib/wire/chat/inputs";
import type * as chatViews from "@/lib/wire/chat/views";
import type * as fields from "@/lib/wire/fields";

export type ChatApi = {
  "DELETE /api/rooms/:roomId/chat/:number": {
    params: { roomId: string; number: string };
    input: z.input<typeof chatInputs.deleteMessageInput>;
    answer: z.output<typeof fields.nothing>;
  };
  "PUT /api/rooms/:roomId/chat/bans/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "DELETE /api/rooms/:roomId/chat/bans/:personId": {
    params: { roomId: string; personId: string };
    answer: z.output<typeof fields.nothing>;
  };
  "GET /api/rooms/:roomId/chat": {
    params: { roomId: string };
    asked: z.input<typeof chatInputs.chatPageInput>;
    answer: z.output<typeof chatViews.chatPage>;
  };
  "POST /api/rooms/:roomId/chat": {
    params: { roomId: string };
    input: z.input<typeof chatInputs.chatInput>;
    answer: z.output<typeof chatViews.chatWritten>;
  };
  "GET /api/rooms/:roomId/chat/standing": {
    params: { roomId: string };
    answer: z.output<typeof chatViews.chatStandingView>;
  };
  "POST /api/rooms/:roomId/reactions": {
    params: { roomId: string };
    input: z.input<typeof chatInputs.reactionInput>;
    answer: z.output<typeof fields.nothing>;
  };
};
