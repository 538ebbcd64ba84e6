import { useTranslations } from "next-intl";
import { useState } from "react";
import { useHandActs } from "@/components/room/hands/use-hand-acts";
import { leadsAlone } from "@/components/room/leaving/leads-alone";
import { useRoomScene } from "@/components/room/room-context";
import { useSession } from "@/components/room/session/use-session";
import { usePushToTalk } from "@/components/room/sound/use-push-to-talk";
import { toast } from "@/components/ui/toast";
import { roomSession } from "@/lib/client/room/room-session";

type Hand = { raised: boolean; press: () => void };

export type Bar = {
  /** Null in the audience. */
  microphone: { on: boolean; busy: boolean } | null;
  /** The microphone is on only while it is held. */
  pushesToTalk: boolean;
  /** Null for those who cannot raise one now: on stage, guests, and where hands are off. */
  hand: Hand | null;
  /** Whoever leads the room alone is asked first what becomes of it. */
  leave: () => void;
  asksWhatBecomesOfIt: boolean;
  stay: () => void;
};

/** What the bar shows of the room one is in, and what one does in it from every other page. */
export function useBar(): Bar {
  const { microphone } = useSession();
  const scene = useRoomScene();
  const [asks, setAsks] = useState(false);
  const muted = scene.mine?.seat?.muted ?? false;
  return {
    microphone: scene.amOnStage ? { on: microphone === "on" && !muted, busy: microphone === "asking" } : null,
    pushesToTalk: usePushToTalk(muted),
    hand: useHand(),
    leave: () => (leadsAlone(scene) ? setAsks(true) : void roomSession().leave()),
    asksWhatBecomesOfIt: asks,
    stay: () => setAsks(false),
  };
}

function useHand(): Hand | null {
  const t = useTranslations("room");
  const scene = useRoomScene();
  const acts = useHandActs();
  const { mine, stageRoom } = scene;
  const raised = mine !== null && mine.handRaisedAt !== null;
  const offered = raised || stageRoom.handMode !== "off";
  if (!scene.isMember || !scene.may("raiseHand") || !offered) return null;
  const lower = async (): Promise<void> => {
    const asked = mine?.handQuestion;
    const lowered = await acts.lowerHand();
    // A small button is soon pressed by mistake, and a question is not soon written again.
    if (lowered && asked) toast(t("handDown"), { text: t("raiseAgain"), run: () => void acts.raiseHand(asked) });
  };
  return { raised, press: () => void (raised ? lower() : acts.raiseHand()) };
}
