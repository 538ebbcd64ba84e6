import { useRoomId } from "@/components/room/room-context";
import type { Phase, SessionState, Trouble } from "@/lib/client/room/session-state";
import { can } from "@/lib/domain/permissions";
import { isOnStage } from "@/lib/domain/roles";
import { useSession } from "./use-session";

type Kind =
  | "connecting"
  | "reconnecting"
  | "unheard"
  | "moved"
  | "removed"
  | "ended"
  | "hallClosed"
  | "full"
  | "refused"
  | "soundBlocked"
  | "roomMuted"
  | "microphoneRefused"
  | "microphoneMissing"
  | "microphoneInsecure"
  | "microphoneSilenced"
  | "microphoneCut"
  | "microphonesLocked"
  | Loss
  | WeakLinkHint
  | "echo"
  | "otherMicrophone"
  | "otherLoudspeaker";

type WeakLinkHint = "weakHearing" | "weakSpeaking";

type Loss = "microphoneOff" | "seatLost" | "stageLost";

export type Notice = {
  kind: Kind;
  look: "wait" | "act" | "end";
  act?: "listen" | "otherHall" | "sound" | "hear" | "microphone" | "speak" | "understood" | "signIn";
  /** Out of the room: the hallway is offered too. */
  over?: boolean;
  /** Said instead of the kind's own text. */
  trouble?: Trouble | null;
};

const BY_PHASE: Partial<Record<Phase, Notice>> = {
  moved: { kind: "moved", look: "act", act: "listen", over: true },
  removed: { kind: "removed", look: "end", over: true },
  ended: { kind: "ended", look: "wait", over: true },
  closed: { kind: "hallClosed", look: "act", act: "otherHall", over: true },
  full: { kind: "full", look: "act", act: "listen", over: true },
};

const BY_MICROPHONE: Partial<Record<SessionState["microphone"], Notice>> = {
  refused: { kind: "microphoneRefused", look: "act", act: "microphone" },
  missing: { kind: "microphoneMissing", look: "act", act: "microphone" },
  silenced: { kind: "microphoneSilenced", look: "act", act: "microphone" },
  insecure: { kind: "microphoneInsecure", look: "act" },
};

const BY_LOSS: Record<NonNullable<SessionState["lost"]>, Notice> = {
  microphone: { kind: "microphoneOff", look: "act", act: "speak" },
  seat: { kind: "seatLost", look: "wait", act: "understood" },
  stage: { kind: "stageLost", look: "wait", act: "understood" },
};

const BY_HINT: Record<NonNullable<SessionState["hint"]>, Notice> = {
  hearing: { kind: "weakHearing", look: "wait" },
  speaking: { kind: "weakSpeaking", look: "wait" },
  echo: { kind: "echo", look: "act", act: "understood" },
  otherMicrophone: { kind: "otherMicrophone", look: "wait", act: "understood" },
  otherLoudspeaker: { kind: "otherLoudspeaker", look: "wait", act: "understood" },
};

/** The one thing about the session that has to be said now; the gravest first. */
export function useNotice(): Notice | null {
  const roomId = useRoomId();
  const session = useSession();
  if (session.roomId !== roomId) return null;
  const { phase, trouble, held } = session;
  const ending = BY_PHASE[phase];
  if (ending) return ending;
  if (phase === "refused") return refusedNotice(trouble);
  if (phase === "reconnecting") {
    const speaks = held?.mine.seat && isOnStage(held.mine.seat.role);
    return { kind: speaks ? "unheard" : "reconnecting", look: "wait", trouble };
  }
  if (phase === "connecting") return trouble || held ? { kind: "connecting", look: "wait", trouble } : null;
  if (phase !== "live") return null;
  if (session.soundBlocked) return { kind: "soundBlocked", look: "act", act: "sound" };
  if (session.roomMuted) return { kind: "roomMuted", look: "act", act: "hear" };
  const hint = session.hint ? BY_HINT[session.hint] : null;
  const seat = held?.mine.seat;
  if (session.lost && session.lost !== "microphone") return BY_LOSS[session.lost];
  if (!seat || !isOnStage(seat.role)) return hint;
  if (seat.muted && held.view.room.microphonesLocked && !can(seat, "muteAll"))
    return { kind: "microphonesLocked", look: "wait" };
  if (seat.muted) return { kind: "microphoneCut", look: "wait" };
  return BY_MICROPHONE[session.microphone] ?? (session.lost ? BY_LOSS[session.lost] : hint);
}

function refusedNotice(trouble: Trouble | null): Notice {
  const asksToSignIn = ["guests_not_allowed", "network_barred", "members_only", "not_signed_in"].includes(
    trouble?.code ?? "",
  );
  return { kind: "refused", look: "end", act: asksToSignIn ? "signIn" : "listen", over: true, trouble };
}
