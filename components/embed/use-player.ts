import { useEffect, useState } from "react";
import { useFreshView } from "@/components/room/door/use-fresh-view";
import { useSession } from "@/components/room/session/use-session";
import { pageIdentity } from "@/lib/client/browser/page-identity";
import { whenIdle } from "@/lib/client/browser/when-idle";
import { becomeGuest } from "@/lib/client/door/page-guest";
import { isInside, type Phase, type Trouble } from "@/lib/client/room/session-state";
import { prepareSound } from "@/lib/client/sound/load-sound";
import type { RoomView } from "@/lib/wire/rooms/views";

const loadSession = () => import("@/lib/client/room/room-session");

export type Player = {
  /** The room as it is now: the one that the seat is in, which may be an overflow room. */
  view: RoomView;
  phase: Phase;
  /** Whether somebody without an account is let in at all. */
  canListen: boolean;
  isIn: boolean;
  /** The tap is being answered. */
  isBusy: boolean;
  /** The browser wants another tap before it plays. */
  isBlocked: boolean;
  trouble: Trouble | null;
  listen: () => Promise<void>;
  stop: () => void;
  unlock: () => void;
  /** Fetches ahead what the tap will need. */
  prepare: () => void;
};

/** Plays one room as a guest of this page alone, whoever is signed in in this browser. */
export function usePlayer(initial: RoomView, mediaUrl: string): Player {
  const session = useSession();
  const { phase, held } = session;
  const [isAsking, setIsAsking] = useState(false);
  const [refused, setRefused] = useState<Trouble | null>(null);
  const isInRoom = isInside(phase);
  const fresh = useFreshView(initial, isInRoom);
  const view = held && (isInRoom || phase === "ended") ? held.view : fresh;
  const { status, kind, guestsAllowed } = view.room;
  const canListen = status === "live" && kind === "open" && guestsAllowed && phase !== "removed" && phase !== "ended";
  useEffect(() => pageIdentity.begin(), []);
  useEffect(() => {
    // The tap has to find it there: phones let a page play only within one.
    if (canListen) return whenIdle(() => void loadSession());
  }, [canListen]);
  const listen = async (): Promise<void> => {
    setRefused(null);
    setIsAsking(true);
    const { roomSession } = await loadSession();
    roomSession().unlockSound();
    if (session.trouble?.code === "not_signed_in") pageIdentity.become(null);
    const guest = await becomeGuest(initial.room.id);
    setIsAsking(false);
    if (!guest.ok) return setRefused(guest);
    await roomSession().listen(initial.room.id);
  };
  return {
    view,
    phase,
    canListen,
    isIn: phase === "live" || phase === "reconnecting" || phase === "waiting",
    isBusy: isAsking || phase === "connecting",
    isBlocked: phase === "live" && session.soundBlocked,
    trouble: refused ?? session.trouble,
    listen,
    stop: () => void loadSession().then(({ roomSession }) => roomSession().leave()),
    unlock: () => void loadSession().then(({ roomSession }) => roomSession().unlockSound()),
    prepare: () => void prepareSound(mediaUrl),
  };
}
