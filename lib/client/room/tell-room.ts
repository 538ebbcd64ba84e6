import { isOnStage } from "@/lib/domain/roles";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import { type HeldRoom, holdRoom } from "./held-room";
import { roomStore } from "./room-store";
import {
  type Hint,
  IDLE,
  isInside,
  type Line,
  type Loss,
  type MicrophoneState,
  type Phase,
  type SeatBefore,
  type SessionState,
  type StageHeard,
  type Trouble,
} from "./session-state";

export type SessionEvent =
  | { type: "asked"; roomId: string; before?: SeatBefore; opened?: boolean }
  /** `moved`: into another room of the family by a move, which costs nothing. */
  | { type: "seated"; answer: JoinAnswer; moved?: boolean }
  | { type: "inLine"; line: Line }
  /** The page in view is that of the room. */
  | { type: "arrived" }
  | { type: "connected" }
  | { type: "interrupted" }
  | { type: "hindered"; trouble: Trouble }
  | { type: "silenced" }
  | { type: "noticed" }
  | { type: "welcomed" }
  | { type: "turnedAway"; trouble: Trouble }
  | { type: "moved" }
  | { type: "removed" }
  | { type: "ended" }
  | { type: "closed" }
  | { type: "left" }
  | { type: "held"; held: HeldRoom }
  | { type: "microphone"; microphone: MicrophoneState }
  | { type: "soundBlocked"; blocked: boolean }
  | { type: "roomMuted"; muted: boolean }
  | { type: "hint"; hint: Hint | null }
  | { type: "heard"; heard: SessionState["heard"] }
  | { type: "stageHeard"; stage: StageHeard | null };

/** Tells the page what became of its session. Fetched with the session itself, by no page that is in no room. */
export const tellRoom = (event: SessionEvent): void => roomStore.become(nextState(roomStore.state(), event));

/** Phases of a room that this page had and has no more, or never had. Only asking anew leads out of them. */
const OUTCOMES = { moved: "moved", removed: "removed", ended: "ended", closed: "closed", left: "left" } as const;

/** Pure; the same state object where nothing changes. Late news of a room that the page has left change nothing. */
export function nextState(state: SessionState, event: SessionEvent): SessionState {
  if (event.type === "asked") {
    const staysPut = isInside(state.phase) && state.roomId === event.roomId;
    const { roomId, before = null, opened = false } = event;
    return staysPut ? state : { ...IDLE, roomId, phase: "connecting", before, opened };
  }
  if (!isInside(state.phase)) return state;
  switch (event.type) {
    case "inLine":
      return { ...inLine(state), line: event.line };
    case "seated":
      return seated(state, event.answer, event.moved ?? false);
    case "arrived":
      return state.movedFrom === null ? state : { ...state, movedFrom: null };
    case "connected":
      return { ...state, phase: "live", line: null, trouble: null };
    case "interrupted":
      return state.phase === "live" ? { ...state, ...UNHEARD, phase: "reconnecting" } : state;
    case "hindered":
      return { ...state, trouble: event.trouble };
    case "turnedAway":
      return outside(state, phaseOf(event.trouble, state.held !== null), event.trouble);
    case "moved":
    case "removed":
    case "ended":
    case "closed":
    case "left":
      return outside(state, OUTCOMES[event.type], null);
    case "held":
      return { ...state, held: event.held, lost: state.lost === "stage" && onStage(event.held) ? null : state.lost };
    case "silenced":
      return { ...state, lost: "microphone" };
    case "noticed":
      return state.lost === null && state.hint === null ? state : { ...state, lost: null, hint: null };
    case "welcomed":
      return state.opened ? { ...state, opened: false } : state;
    case "microphone":
      return state.microphone === event.microphone ? state : { ...state, ...heardAgain(state, event.microphone) };
    case "soundBlocked":
      return state.soundBlocked === event.blocked ? state : { ...state, soundBlocked: event.blocked };
    case "roomMuted":
      return state.roomMuted === event.muted ? state : { ...state, roomMuted: event.muted };
    case "hint":
      return state.hint === event.hint ? state : { ...state, hint: event.hint };
    case "heard":
      return sameHeard(state.heard, event.heard) ? state : { ...state, heard: event.heard };
    case "stageHeard":
      return JSON.stringify(state.stage) === JSON.stringify(event.stage) ? state : { ...state, stage: event.stage };
  }
}

/** What is known of sound only while it is connected. */
const UNHEARD = { heard: null, hint: null, stage: null };

/** The door may seat one in another room than was asked for, and a family may move one into another. */
function seated(state: SessionState, answer: JoinAnswer, moved: boolean): SessionState {
  const { roomId } = answer.seat;
  const lost = moved ? null : lossOf(state, answer);
  const same = { ...state, ...outOfLine(state), trouble: null, held: holdRoom(answer), lost };
  return roomId === state.roomId ? same : { ...same, ...UNHEARD, roomId, movedFrom: state.roomId };
}

/** A person who comes back too late has lost the seat. They are told what that cost once they are in again. */
function inLine(state: SessionState): SessionState {
  const { roomId, soundBlocked, roomMuted } = state;
  return { ...IDLE, roomId, soundBlocked, roomMuted, phase: "waiting", before: seatBefore(state) };
}

/** A person with a seat does not wait any more; the sound is on its way. */
const outOfLine = ({ phase }: SessionState): Pick<SessionState, "line"> & Partial<SessionState> =>
  phase === "waiting" ? { phase: "connecting", line: null } : { line: null };

function outside(state: SessionState, phase: Phase, trouble: Trouble | null): SessionState {
  return { ...IDLE, roomId: state.roomId, held: state.held, phase, trouble };
}

function phaseOf({ code }: Trouble, wasIn: boolean): Phase {
  if (code === "banned") return "removed";
  if (code === "room_full") return "full";
  if (code === "room_ended" || (code === "not_found" && wasIn)) return "ended";
  return "refused";
}

const onStage = (held: HeldRoom): boolean => held.mine.seat !== null && isOnStage(held.mine.seat.role);

function seatBefore({ held, before }: SessionState): SeatBefore | null {
  return held?.mine.seat ? { id: held.mine.seat.id, onStage: onStage(held) } : before;
}

function lossOf(state: SessionState, { seat }: JoinAnswer): Loss | null {
  const before = seatBefore(state);
  if (before === null || before.id === seat.id) return state.lost;
  return before.onStage && !isOnStage(seat.role) ? "stage" : "seat";
}

/** A person who speaks knows that they had fallen silent. */
function heardAgain(state: SessionState, microphone: MicrophoneState): Pick<SessionState, "microphone" | "lost"> {
  return { microphone, lost: microphone === "on" && state.lost === "microphone" ? null : state.lost };
}

function sameHeard(one: SessionState["heard"], other: SessionState["heard"]): boolean {
  if (one === null || other === null) return one === other;
  return one.present.join() === other.present.join() && one.open.join() === other.open.join();
}
