import { useState } from "react";
import { useSecondsLeft } from "@/components/room/clock/use-seconds-left";
import type { Acts } from "@/components/room/use-acts";
import type { OfferView } from "@/lib/wire/stage/views";

/** An invitation to the stage as long as it can be answered, and the two answers. Only `join` moves one. */
export function useOffer(offer: OfferView, acts: Acts) {
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
      await acts.acceptOffer();
      setJoining(false);
    },
    decline: (): void => {
      setLater(true);
      if (!joining) void acts.declineOffer();
    },
  };
}
