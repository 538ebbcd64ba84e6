import { type Actor, can } from "@/lib/domain/permissions";
import type { RoomKind } from "@/lib/domain/rooms/room";
import { isHiddenKind } from "@/lib/domain/rooms/visibility";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** The person a ping is for; a member whom the caller may know of. `quiet`: they asked for quiet; `barred`: removed from this room for good. */
export type Called = {
  personId: string;
  quiet: boolean;
  barred: boolean;
  /** They sit in the room, or were called into it before, by whomever. */
  calledOrHere: boolean;
};

/**
 * Whether somebody may be called into a room; `done`: they are there, or were called before, and are told nothing twice.
 * In a hidden room a call is also the key, so only those have it who may invite. Who is barred from the room looks
 * like somebody who wants quiet: a call tells nobody of a ban. Source: behaviours 7.
 */
export function ping(
  actor: Actor,
  kind: RoomKind,
  called: Called | null,
): Ruling<"ping" | "done", "not_allowed" | "not_found" | "wants_quiet"> {
  if (!can(actor, "pingPerson") || (isHiddenKind(kind) && !can(actor, "invite"))) return refused("not_allowed");
  if (!called) return refused("not_found");
  if (called.personId === actor.personId) return refused("not_allowed");
  if (called.quiet || called.barred) return refused("wants_quiet");
  return granted(called.calledOrHere ? "done" : "ping");
}
