import type { RoomStatus } from "@/lib/domain/rooms/room";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

const PREFIX = "interpreter:";

/** Under which name an interpreter is heard on the main stage: their seat, and its own connection, may be in any hall. */
export const interpreterIdentity = (personId: string): string => `${PREFIX}${personId}`;

/** Which interpreter this connection is; null for anybody else's. */
export const interpreterOf = (identity: string): string | null =>
  identity.startsWith(PREFIX) ? identity.slice(PREFIX.length) : null;

/** What decides whether somebody who is assigned to a language may speak on the main stage. */
export type SpokenBackFacts = {
  /** Of the main room. */
  status: RoomStatus;
  /** In a room of the family; `onMainStage`: on the stage of its main room. */
  seated: boolean;
  onMainStage: boolean;
  /** Put out of the room, or of the instance. */
  barred: boolean;
  /** Microphones are locked: nobody comes to be heard. */
  locked: boolean;
  /** Somebody on the main stage asks in their language. */
  asked: boolean;
};

export type SpokenBackRefusal =
  | "room_ended"
  | "room_not_live"
  | "no_seat"
  | "not_allowed"
  | "already_on_stage"
  | "microphones_locked"
  | "nobody_asks";

/**
 * Whether an interpreter may speak on the main stage for somebody who asks in their language, and may go on doing so. A person
 * who sits on that stage speaks there anyway. Pure. Source: behaviours 28.
 */
export function speakBack({
  status,
  seated,
  onMainStage,
  barred,
  locked,
  asked,
}: SpokenBackFacts): Ruling<null, SpokenBackRefusal> {
  if (status !== "live") return refused(status === "ended" ? "room_ended" : "room_not_live");
  if (barred) return refused("not_allowed");
  if (!seated) return refused("no_seat");
  if (onMainStage) return refused("already_on_stage");
  if (locked) return refused("microphones_locked");
  return asked ? granted(null) : refused("nobody_asks");
}

/** The language to keep with a hand: what its owner listens to, where the family is interpreted into it. */
export const asksIn = (listensTo: string | null, languages: readonly string[]): string | null =>
  listensTo !== null && languages.includes(listensTo) ? listensTo : null;
