import { useHandActs } from "@/components/room/hands/use-hand-acts";
import { useShow } from "@/components/room/open-context";
import { useRoomScene } from "@/components/room/room-context";
import { useSession } from "@/components/room/session/use-session";
import { usePushToTalk } from "@/components/room/sound/use-push-to-talk";
import { useStageActs } from "@/components/room/stage/use-stage-acts";
import { roomActs } from "@/lib/client/room/room-acts";
import { useRoomKeys } from "./use-room-keys";

/** Gives the keys what they do in this room, for this person, now. */
export function RoomKeys() {
  const { mine, amOnStage, isMember, may } = useRoomScene();
  const { roomMuted } = useSession();
  const { switchMicrophone, talk } = useStageActs();
  const { raiseHand, lowerHand } = useHandActs();
  const show = useShow();
  const muted = mine?.seat?.muted ?? false;
  const pushesToTalk = usePushToTalk(muted);
  const raised = mine?.handRaisedAt !== null;
  useRoomKeys({
    microphone: amOnStage && !pushesToTalk ? switchMicrophone : undefined,
    sound: () => roomActs.muteRoom(!roomMuted),
    talk: amOnStage && !muted ? talk : undefined,
    hand: isMember && may("raiseHand") ? (raised ? lowerHand : raiseHand) : undefined,
    help: () => show({ dialog: "keys" }),
  });
  return null;
}
