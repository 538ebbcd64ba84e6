import { type Actor, can } from "@/lib/domain/permissions";
import { isOnStage, type Role } from "@/lib/domain/roles";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** A seat whose microphone a moderator may have taken away. */
export type StageSeat = Actor & { muted: boolean };

type StageRefusal = "not_allowed" | "not_on_stage";

/** Off the stage, by oneself or by somebody of a higher rank. `done`: in the audience already. */
export function moveToAudience(
  actor: Actor,
  target: StageSeat | null,
): Ruling<"stepped_down" | "moved" | "done", StageRefusal> {
  if (!target) return can(actor, "moveToAudience") ? refused("not_on_stage") : refused("not_allowed");
  const self = target.personId === actor.personId;
  if (self && !isOnStage(actor.role)) return granted("done");
  if (!can(actor, self ? "stepDown" : "moveToAudience", target)) return refused("not_allowed");
  if (!isOnStage(target.role)) return granted("done");
  return granted(self ? "stepped_down" : "moved");
}

/**
 * A moderator's mute, which takes the microphone away. `done`: taken already. An interpreter who speaks on the stage from the
 * audience (`interprets`) has no microphone there but for that, and is turned back.
 */
export function mute(
  actor: Actor,
  target: StageSeat | null,
  interprets = false,
): Ruling<"mute" | "turn_back" | "done", StageRefusal> {
  if (interprets && !(target && isOnStage(target.role)))
    return can(actor, "mute") ? granted("turn_back") : refused("not_allowed");
  if (!can(actor, "mute", target ?? undefined)) return refused("not_allowed");
  if (!target || !isOnStage(target.role)) return refused("not_on_stage");
  return granted(target.muted ? "done" : "mute");
}

/** Everyone of a lower rank on stage who is to be silenced; people who are muted already are passed over (behaviours 17). */
export function muteAll<Seat extends StageSeat>(actor: Actor, stage: readonly Seat[]): Ruling<Seat[], "not_allowed"> {
  if (!can(actor, "muteAll")) return refused("not_allowed");
  return granted(stage.filter((seat) => isOnStage(seat.role) && !seat.muted && can(actor, "mute", seat)));
}

/**
 * Nobody can unmute another (behaviours 17). `done`: the microphone is there already.
 * `locked`: the room's microphones are locked, which keeps people silent that a moderator muted, but not moderators.
 * `unanswered`: the room is recorded, and they have not yet said whether they may be.
 */
export function unmuteSelf(
  actor: StageSeat,
  personId: string,
  locked: boolean,
  unanswered = false,
): Ruling<"unmute" | "done", StageRefusal | "microphones_locked" | "recording_unanswered"> {
  if (personId !== actor.personId) return refused("not_allowed");
  if (!isOnStage(actor.role)) return refused("not_on_stage");
  if (!can(actor, "unmuteSelf")) return refused("not_allowed");
  if (actor.muted && locked && !can(actor, "muteAll")) return refused("microphones_locked");
  if (actor.muted && unanswered) return refused("recording_unanswered");
  return granted(actor.muted ? "unmute" : "done");
}

/** Moderators make moderators of speakers; only the host unmakes one (behaviours 18). `done`: has the role already. */
export function changeRole(
  actor: Actor,
  target: StageSeat | null,
  role: Extract<Role, "moderator" | "speaker">,
): Ruling<"change" | "done", StageRefusal> {
  const action = role === "moderator" ? "makeModerator" : "unmakeModerator";
  if (!can(actor, action)) return refused("not_allowed");
  if (!target || !isOnStage(target.role)) return refused("not_on_stage");
  if (target.role === role) return granted("done");
  return can(actor, action, target) ? granted("change") : refused("not_allowed");
}

/** The host gives the room to somebody on stage, and moderates it from then on (behaviours 18). */
export function handOver(actor: Actor, target: StageSeat | null): Ruling<null, StageRefusal> {
  if (!can(actor, "handOver", target ?? undefined)) return refused("not_allowed");
  if (!target || !isOnStage(target.role)) return refused("not_on_stage");
  return granted(null);
}
