import type { Phase, SessionState, Trouble } from "@/lib/client/session-state";
import { isOnStage } from "@/lib/domain/roles";
import { useSession } from "./use-session";

type Kind =
  | "connecting"
  | "reconnecting"
  | "moved"
  | "removed"
  | "ended"
  | "full"
  | "refused"
  | "soundBlocked"
  | "microphoneRefused"
  | "microphoneMissing"
  | "microphoneInsecure"
  | "microphoneCut"
  | "stageLost";

export type Notice = {
  kind: Kind;
  look: "wait" | "act" | "end";
  act?: "listen" | "sound" | "microphone" | "signIn";
  /** Out of the room: the hallway is offered too. */
  over?: boolean;
  /** Said instead of the kind's own text. */
  trouble?: Trouble | null;
};

const BY_PHASE: Partial<Record<Phase, Notice>> = {
  moved: { kind: "moved", look: "act", act: "listen", over: true },
  removed: { kind: "removed", look: "end", over: true },
  ended: { kind: "ended", look: "wait", over: true },
  full: { kind: "full", look: "act", act: "listen", over: true },
};

const BY_MICROPHONE: Partial<Record<SessionState["microphone"], Notice>> = {
  refused: { kind: "microphoneRefused", look: "act", act: "microphone" },
  missing: { kind: "microphoneMissing", look: "act", act: "microphone" },
  insecure: { kind: "microphoneInsecure", look: "act" },
};

/** The one thing about the session that has to be said now; the gravest first. */
export function useNotice(roomId: string): Notice | null {
  const session = useSession();
  if (session.roomId !== roomId) return null;
  const { phase, trouble, held } = session;
  const ending = BY_PHASE[phase];
  if (ending) return ending;
  if (phase === "refused") return refusedNotice(trouble);
  if (phase === "reconnecting") return { kind: "reconnecting", look: "wait", trouble };
  if (phase === "connecting") return trouble || held ? { kind: "connecting", look: "wait", trouble } : null;
  if (phase !== "live") return null;
  if (session.soundBlocked) return { kind: "soundBlocked", look: "act", act: "sound" };
  if (session.stageLost) return { kind: "stageLost", look: "wait" };
  const seat = held?.mine.seat;
  if (!seat || !isOnStage(seat.role)) return null;
  return seat.muted ? { kind: "microphoneCut", look: "wait" } : (BY_MICROPHONE[session.microphone] ?? null);
}

function refusedNotice(trouble: Trouble | null): Notice {
  const asksToSignIn = trouble?.code === "guests_not_allowed" || trouble?.code === "not_signed_in";
  return { kind: "refused", look: "end", act: asksToSignIn ? "signIn" : "listen", over: true, trouble };
}
