import { useState } from "react";
import { useSecondsLeft } from "@/components/room/clock/use-seconds-left";
import type { SeatOfferView } from "@/lib/wire/family/views";
import { useOwnHallActs } from "./use-own-hall-acts";

/** A seat kept in another hall as long as it can be taken, and the two answers. Nobody is moved by letting it pass. */
export function useSeatOffer(offer: SeatOfferView) {
  const { takeOfferedSeat, declineSeatOffer } = useOwnHallActs();
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
      await takeOfferedSeat();
      setGoing(false);
    },
    stay: (): void => {
      setStays(true);
      void declineSeatOffer();
    },
  };
}
