import type { PersonFace } from "./views";

export const CHAT_CHANNELS = ["room", "moderators"] as const;

/** A room's chat, and the one that only its host and moderators have. */
export type ChatChannel = (typeof CHAT_CHANNELS)[number];

/** A line of chat. `number` is its name in its channel for good, and grows; a deleted line keeps nothing but that. */
export type ChatLineView = { number: number; person: PersonFace; text: string; writtenAt: string };

/**
 * What changed in a channel. `prev` is the channel's version before it: where that is above what I hold, or `more` says
 * that not all fitted, the rest has to be read. `lines` in order; `deleted` by number.
 */
export type ChatPulse = { prev: number; version: number; lines: ChatLineView[]; deleted: number[]; more: boolean };

/** Answer of `GET /api/rooms/:id/chat`: the last lines up to a version, and whether older ones are there. */
export type ChatPage = { version: number; lines: ChatLineView[]; older: boolean };

/** Answer of `GET /api/rooms/:id/chat/standing`: what decides, besides role and mode, whether I may write. */
export type ChatStanding = {
  /** A moderator took me out of the chat. */
  removed: boolean;
  /** I follow the host or a moderator. */
  followsLeader: boolean;
  /** Milliseconds since my last line in the room's chat; null where there is none. */
  sinceLastMs: number | null;
};
