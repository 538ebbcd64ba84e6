import { roomSession } from "@/lib/client/room-session";
import { isInside, type Phase } from "@/lib/client/session-state";
import { isOnStage } from "@/lib/domain/roles";
import type { PersonFace } from "@/lib/wire/views";
import { useActs } from "./use-acts";
import { useSession } from "./use-session";

type Bar = {
  roomId: string;
  phase: Phase;
  title: string;
  /** Key of the line below the title. */
  line: "barLive" | "barConnecting" | "barReconnecting" | "barOffer";
  faces: PersonFace[];
  onStage: boolean;
  microphoneOn: boolean;
  soundBlocked: boolean;
  switchMicrophone: () => void;
  unlockSound: () => void;
  leave: () => void;
};

const FACES = 3;

/** What the bar shows of the room one is in; null before the door has answered. */
export function useBar(): Bar | null {
  const { roomId, phase, held, microphone, soundBlocked } = useSession();
  const acts = useActs(roomId ?? "");
  if (!roomId || !held || !isInside(phase)) return null;
  const { room, stage } = held.view;
  const lines = { connecting: "barConnecting", reconnecting: "barReconnecting" } as const;
  const line =
    phase === "connecting" || phase === "reconnecting" ? lines[phase] : held.mine.offer ? "barOffer" : "barLive";
  return {
    roomId,
    phase,
    title: room.title,
    line,
    faces: stage.slice(0, FACES),
    onStage: held.mine.seat !== null && isOnStage(held.mine.seat.role),
    microphoneOn: microphone === "on",
    soundBlocked,
    switchMicrophone: () => void acts.switchMicrophone(),
    unlockSound: acts.unlockSound,
    leave: () => void roomSession().leave(),
  };
}
