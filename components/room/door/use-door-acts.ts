import { useMemo } from "react";
import { useRoomId } from "@/components/room/room-context";
import { comeOnStage } from "@/lib/client/room/go-on-stage";
import { roomSession } from "@/lib/client/room/room-session";

/** What one does at the door of a room. */
export function useDoorActs() {
  const roomId = useRoomId();
  return useMemo(
    () => ({
      /** The page's own address says by which link one comes. */
      listen: () => roomSession().listen(roomId, new URLSearchParams(location.search).get("invite") ?? undefined),
      comeOnStage: () => comeOnStage(roomId),
      /** The page stays: one may come back into the line, at its end. */
      leaveLine: () => void roomSession().leave(),
    }),
    [roomId],
  );
}
