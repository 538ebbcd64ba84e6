import { z } from "zod";
import { time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/** A message of the chat. `number` is its name in its channel for good, and grows; a deleted message keeps nothing but that. */
const chatMessageView = z.strictObject({ number: z.int(), person: personFace, text: z.string(), writtenAt: time });

export type ChatMessageView = z.infer<typeof chatMessageView>;

/** Answer of `POST /api/rooms/:id/chat`. */
export const chatWritten = z.strictObject({ line: chatMessageView });

/**
 * What changed in a channel. `prev` is the channel's version before it: where that is above what I hold, or `more` says
 * that not all fitted, the rest has to be read. `lines` in order; `deleted` by number.
 */
export type ChatPulse = { prev: number; version: number; lines: ChatMessageView[]; deleted: number[]; more: boolean };

/** Answer of `GET /api/rooms/:id/chat`: the last messages up to a version, and whether older ones are there. */
export const chatPage = z.strictObject({ version: z.int(), lines: z.array(chatMessageView), older: z.boolean() });

export type ChatPage = z.infer<typeof chatPage>;

/** Answer of `GET /api/rooms/:id/chat/standing`: what decides, besides role and mode, whether I may write. */
export const chatStandingView = z.strictObject({
  /** A moderator took me out of the chat. */
  removed: z.boolean(),
  /** I follow the host or a moderator. */
  followsLeader: z.boolean(),
  /** Milliseconds since my last message in the room's chat; null where there is none. */
  sinceLastMs: z.number().nullable(),
});

export type ChatStanding = z.infer<typeof chatStandingView>;
