import { useState } from "react";
import { useSecondsLeft } from "@/components/room/clock/use-seconds-left";
import type { OfferView } from "@/lib/wire/stage/views";
import { useStageActs } from "./use-stage-acts";

/** An invitation to the stage as long as it can be answered, and the two answers. Only `join` moves one. */
export function useOffer(offer: OfferView) {
  const { acceptOffer, declineOffer } = useStageActs();
  const left = useSecondsLeft(offer.expiresAt);
  const [joining, setJoining] = useState(false);
  const [later, setLater] = useState(false);
  return {
    /** Whole seconds. */
    left,
    isOpen: !later && left > 0,
    joining,
    join: async (): Promise<void> => {
      setJoining(true);
      await acceptOffer();
      setJoining(false);
    },
    decline: (): void => {
      setLater(true);
      if (!joining) void declineOffer();
    },
  };
}
