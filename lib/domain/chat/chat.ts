import { type Actor, can } from "@/lib/domain/permissions";
import { isOnStage } from "@/lib/domain/roles";
import type { ChatMode } from "@/lib/domain/rooms/room";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

export const CHAT_CHANNELS = ["room", "moderators"] as const;

/** A room's chat, and the one that only its host and moderators have. */
export type ChatChannel = (typeof CHAT_CHANNELS)[number];

/** The longest message, in characters as people count them. */
export const MAX_MESSAGE_LENGTH = 500;

type ChatRoom = { chatMode: ChatMode; chatSlowSeconds: number };

/**
 * What decides, besides seat and room, whether somebody may write. `removed`: a moderator took them out of the chat.
 * `followsLeader`: they follow the host or a moderator who sits here. `sinceLastMs`: since their last message; null where none.
 */
type Standing = { removed: boolean; followsLeader: boolean; sinceLastMs: number | null };

export type WriteRefusal =
  | "not_allowed"
  | "chat_removed"
  | "chat_off"
  | "chat_for_speakers"
  | "chat_for_followers"
  | "too_many";

/**
 * Whether somebody seated may write a message in the room's chat now. People who may delete messages write in every mode but off,
 * and without a wait. `too_many` with `retryAfterSeconds` in slow mode. Source: behaviours 12.
 */
export function writeChat(seat: Actor, room: ChatRoom, standing: Standing): Ruling<null, WriteRefusal> {
  if (!can(seat, "writeChat")) return refused("not_allowed");
  if (standing.removed) return refused("chat_removed");
  const { chatMode } = room;
  if (chatMode === "off") return refused("chat_off");
  if (!isOnStage(seat.role)) {
    if (chatMode === "speakers") return refused("chat_for_speakers");
    if (chatMode === "followers" && !standing.followsLeader) return refused("chat_for_followers");
  }
  if (can(seat, "deleteMessage")) return granted(null);
  const waitMs = standing.sinceLastMs === null ? 0 : room.chatSlowSeconds * 1_000 - standing.sinceLastMs;
  return waitMs > 0 ? refused("too_many", { retryAfterSeconds: Math.ceil(waitMs / 1_000) }) : granted(null);
}

/** One's own message, or anybody's as a moderator (behaviours 12). `moderates`: it is another's, and goes into the log. */
export function deleteMessage(actor: Actor, author: Actor): Ruling<{ moderates: boolean }, "not_allowed"> {
  const own = actor.personId === author.personId;
  if (!can(actor, own ? "deleteOwnMessage" : "deleteMessage", author)) return refused("not_allowed");
  return granted({ moderates: !own });
}

/** Takes somebody of a lower rank out of the chat, or lets them back; they stay in the room. `done`: it is so already. */
export function removeFromChat(
  actor: Actor,
  target: Actor,
  is: boolean,
  wanted: boolean,
): Ruling<"change" | "done", "not_allowed"> {
  if (actor.personId === target.personId || !can(actor, "removeFromChat", target)) return refused("not_allowed");
  return granted(is === wanted ? "done" : "change");
}
