import { type Actor, can } from "@/lib/domain/permissions";
import { isOnStage } from "@/lib/domain/roles";
import type { HandMode } from "@/lib/domain/rooms/room";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** How long somebody whose hand was declined waits before the next. Source: behaviours 15. */
const DECLINED_WAIT_MS = 60_000;

/** More hands than this in a minute are a game, not a wish to speak. */
const MAX_HANDS_A_MINUTE = 6;
export const HAND_WINDOW_MS = 60_000;

/** Longest question with a hand, in characters. Source: behaviours 14. */
export const MAX_QUESTION = 140;

/** As many hands as a moderator is given at once; the others are a page away. */
export const HANDS_A_PAGE = 100;

/** Whose hands count now. `followed`: whether somebody on stage follows this person. */
export type HandRule = { mode: HandMode; followed: boolean };

/** What this person did with their hand in this room before. `lately`: hands raised within HAND_WINDOW_MS. */
export type HandsBefore = { openSince: Date | null; declinedAt: Date | null; lately: number };

/** `keep`: it is up already, and keeps its place in the queue. */
export function raiseHand(
  seat: Actor,
  before: HandsBefore,
  { mode, followed }: HandRule,
  now: Date,
): Ruling<"raise" | "keep", "already_on_stage" | "not_allowed" | "too_many" | "hands_off" | "hands_for_followed"> {
  if (isOnStage(seat.role)) return refused("already_on_stage");
  if (!can(seat, "raiseHand")) return refused("not_allowed");
  if (before.openSince) return granted("keep");
  if (mode === "off") return refused("hands_off");
  if (mode === "followed" && !followed) return refused("hands_for_followed");
  const waitMs = before.declinedAt ? before.declinedAt.getTime() + DECLINED_WAIT_MS - now.getTime() : 0;
  if (waitMs > 0) return refused("too_many", { retryAfterSeconds: Math.ceil(waitMs / 1000) });
  if (before.lately >= MAX_HANDS_A_MINUTE) return refused("too_many", { retryAfterSeconds: HAND_WINDOW_MS / 1000 });
  return granted("raise");
}

/** Longest reason with which a hand is passed ahead, in characters. */
export const MAX_PICK_REASON = 140;

/**
 * Whether a leader of an overflow room may pass a hand of their hall ahead in the family's queue, or take that back. One
 * hand of a hall is passed ahead at a time. `hand` null: that person has none up here.
 */
export function pickHand(
  actor: Actor,
  isOverflow: boolean,
  hand: { parked: boolean } | null,
): Ruling<null, "not_allowed" | "no_hand" | "hands_off"> {
  if (!isOverflow || !can(actor, "pickHand")) return refused("not_allowed");
  if (!hand) return refused("no_hand");
  return hand.parked ? refused("hands_off") : granted(null);
}

/**
 * Whether a moderator may put somebody's hand down. `newest` is the outcome of their newest hand, null while it is up.
 * `done`: it was declined already.
 */
export function declineHand(
  actor: Actor,
  newest: { outcome: string | null } | null,
): Ruling<"decline" | "done", "not_allowed" | "no_hand"> {
  if (!can(actor, "answerHand")) return refused("not_allowed");
  if (newest?.outcome === null) return granted("decline");
  return newest?.outcome === "declined" ? granted("done") : refused("no_hand");
}
