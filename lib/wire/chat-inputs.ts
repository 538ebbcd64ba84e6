import { z } from "zod";
import { MAX_LINE_LENGTH } from "@/lib/domain/chat/chat";
import { CHAT_CHANNELS } from "./chat";
import { line } from "./inputs";

const channel = z.enum(CHAT_CHANNELS).default("room");

/** Input of `POST /api/rooms/:id/chat`. `key`: what the browser calls the line; sent twice, it is written once. */
export const chatInput = z.strictObject({
  text: line(1, MAX_LINE_LENGTH),
  channel,
  key: z.uuid().optional(),
});

export type ChatInput = z.infer<typeof chatInput>;

/** Input of `DELETE /api/rooms/:id/chat/:number`. */
export const deleteLineInput = z.strictObject({ channel });

/** What `GET /api/rooms/:id/chat` is asked with. `before`: only lines with a lower number. */
export const chatPageInput = z.object({
  channel,
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
