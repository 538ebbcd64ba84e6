import { useState } from "react";
import { useSecondsLeft } from "@/components/room/clock/use-seconds-left";
import type { Acts } from "@/components/room/use-acts";
import type { SeatOfferView } from "@/lib/wire/family/views";

/** A seat kept in another hall as long as it can be taken, and the two answers. Nobody is moved by letting it pass. */
export function useSeatOffer(offer: SeatOfferView, acts: Acts) {
  const left = useSecondsLeft(offer.expiresAt);
  const [going, setGoing] = useState(false);
  const [stays, setStays] = useState(false);
  return {
    /** Whole seconds. */
    left,
    isOpen: !stays && left > 0,
    going,
    go: async (): Promise<void> => {
      setGoing(true);
      await acts.takeOfferedSeat();
      setGoing(false);
    },
    stay: (): void => {
      setStays(true);
      void acts.declineSeatOffer();
    },
  };
}
