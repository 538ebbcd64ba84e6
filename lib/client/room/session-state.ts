import type { ApiRefusal } from "@/lib/client/call";
import { isOnStage } from "@/lib/domain/roles";
import type { RefusalFacts } from "@/lib/domain/ruling";
import type { HeldRoom } from "./held-room";
import type { WeakLink } from "./link-judge";

/**
 * Where this page stands with a room. `waiting`: in line before its door. `moved`: another tab or device took the seat. `removed`: by a moderator.
 * `refused`: the door said no for a reason of its own; `full` and `ended` are the two that have a screen of theirs.
 * `closed`: a hall that ended while its stage goes on, so that there is another one to go to.
 */
export type Phase =
  | "idle"
  | "connecting"
  | "waiting"
  | "live"
  | "reconnecting"
  | "moved"
  | "removed"
  | "ended"
  | "closed"
  | "full"
  | "refused"
  | "left";

/**
 * `none`: no device is open. `off` and `on`: published, silent or heard. `silenced`: wanted on, but the system lets nothing
 * through. The last three: why there is none.
 */
export type MicrophoneState = "none" | "asking" | "off" | "on" | "silenced" | "refused" | "missing" | "insecure";

export type Trouble = { code: ApiRefusal["code"]; facts: RefusalFacts };

/** `microphone`: switched off meanwhile. `seat`, `stage`: they came back too late, and through the door again. */
export type Loss = "microphone" | "seat" | "stage";

/** What the person may do something about. The last two: another device is used than was chosen. */
export type Hint = WeakLink | "echo" | "otherMicrophone" | "otherLoudspeaker";

/** As much of a seat as tells later whether it is still the same. */
export type SeatBefore = { id: string; onStage: boolean };

/** What an overflow room is told of the stage that it hears. `open`, `present` null: not known yet. */
export type StageHeard = { reached: boolean; present: readonly string[] | null; open: readonly string[] | null };
/** The person's place in line. `estimateSeconds` null: nobody can tell. */
export type Line = { place: number; waiting: number; estimateSeconds: number | null };

export type SessionState = {
  /** Asked for; from the door's answer on, the one that the seat is in. */
  roomId: string | null;
  /** The room that was asked for or sat in before, whose page has still to give way to this one's. */
  movedFrom: string | null;
  phase: Phase;
  /** Only while waiting. */
  line: Line | null;
  /** What was in the way of the last try to get in; null once in. */
  trouble: Trouble | null;
  held: HeldRoom | null;
  microphone: MicrophoneState;
  /** The browser plays nothing before a tap. */
  soundBlocked: boolean;
  /** They want to hear nothing for now. */
  roomMuted: boolean;
  hint: Hint | null;
  /** They opened the room on this page and have not been seen to know that it is live. */
  opened: boolean;
  /** The seat they held when this page was loaded anew; null where they come for the first time. */
  before: SeatBefore | null;
  /** What an absence has cost them and they have not been seen to know yet. */
  lost: Loss | null;
  /** Whose sound is connected, and whose microphone is open; null while not connected. */
  heard: { present: readonly string[]; open: readonly string[] } | null;
  /** The same of the stage of which only the relay knows; null in a room with a stage of its own. */
  stage: StageHeard | null;
};

export const IDLE: SessionState = {
  roomId: null,
  movedFrom: null,
  phase: "idle",
  line: null,
  trouble: null,
  held: null,
  microphone: "none",
  soundBlocked: false,
  roomMuted: false,
  hint: null,
  opened: false,
  before: null,
  lost: null,
  heard: null,
  stage: null,
};

/** Whether the page is in the room or on its way (back) into it. */
export const isInside = (phase: Phase): boolean =>
  phase === "connecting" || phase === "waiting" || phase === "live" || phase === "reconnecting";

/** Whether the seat, as it is held, lets this page be heard. */
export function maySpeak({ phase, held }: SessionState): boolean {
  const seat = held?.mine.seat ?? null;
  return isInside(phase) && seat !== null && isOnStage(seat.role) && !seat.muted;
}
