import { type Actor, can } from "./permissions";
import { isOnStage, type Role } from "./roles";
import { granted, type Ruling, refused } from "./ruling";

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

/** A moderator's mute, which takes the microphone away. `done`: taken already. */
export function mute(actor: Actor, target: StageSeat | null): Ruling<"mute" | "done", StageRefusal> {
  if (!can(actor, "mute", target ?? undefined)) return refused("not_allowed");
  if (!target || !isOnStage(target.role)) return refused("not_on_stage");
  return granted(target.muted ? "done" : "mute");
}

/** Nobody can unmute another (behaviours 17). `done`: the microphone is there already. */
export function unmuteSelf(actor: StageSeat, personId: string): Ruling<"unmute" | "done", StageRefusal> {
  if (personId !== actor.personId) return refused("not_allowed");
  if (!isOnStage(actor.role)) return refused("not_on_stage");
  if (!can(actor, "unmuteSelf")) return refused("not_allowed");
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
