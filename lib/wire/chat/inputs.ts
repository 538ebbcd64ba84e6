import { z } from "zod";
import { CHAT_CHANNELS, MAX_MESSAGE_LENGTH } from "@/lib/domain/chat/chat";
import { MAX_REACTIONS_AT_ONCE, REACTIONS } from "@/lib/domain/chat/reactions";
import { text } from "@/lib/wire/text";

const channel = z.enum(CHAT_CHANNELS).default("room");

/** Input of `POST /api/rooms/:id/chat`. `key`: what the browser calls the message; sent twice, it is written once. */
export const chatInput = z.strictObject({
  text: text(MAX_MESSAGE_LENGTH),
  channel,
  key: z.uuid().optional(),
});

export type ChatInput = z.infer<typeof chatInput>;

/** Input of `DELETE /api/rooms/:id/chat/:number`. */
export const deleteMessageInput = z.strictObject({ channel });

/** What `GET /api/rooms/:id/chat` is asked with. `before`: only messages with a lower number. */
export const chatPageInput = z.object({
  channel,
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Input of `POST /api/rooms/:id/reactions`. */
export const reactionInput = z.strictObject({
  reaction: z.enum(REACTIONS),
  count: z.int().min(1).max(MAX_REACTIONS_AT_ONCE).default(1),
});
