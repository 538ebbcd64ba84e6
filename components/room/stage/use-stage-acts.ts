import { useMemo } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { roomActs } from "@/lib/client/room/room-acts";
import { roomSession } from "@/lib/client/room/room-session";

/** What one does about one's own place on the stage. */
export function useStageActs() {
  const attempt = useAttempt();
  return useMemo(
    () => ({
      switchMicrophone: () => attempt(roomActs.switchMicrophone()),
      talk: (on: boolean) => void roomSession().microphone.turn(on),
      acceptOffer: () => attempt(roomActs.acceptOffer()),
      declineOffer: () => attempt(roomActs.declineOffer()),
      stepDown: () => attempt(roomActs.stepDown()),
    }),
    [attempt],
  );
}
