import { useMemo } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { useRoomId } from "@/components/room/room-context";
import { familyApi } from "@/lib/client/family/family-api";
import { roomActs } from "@/lib/client/room/room-acts";

/** What one does about the hall that one sits in. */
export function useOwnHallActs() {
  const roomId = useRoomId();
  const attempt = useAttempt();
  return useMemo(
    () => ({
      leadHall: () => attempt(familyApi.leadHall(roomId)),
      takeOfferedSeat: () => attempt(roomActs.takeOfferedSeat()),
      declineSeatOffer: () => attempt(roomActs.declineSeatOffer()),
    }),
    [roomId, attempt],
  );
}
