import { useEffect } from "react";
import { useHandActs } from "@/components/room/hands/use-hand-acts";
import { useShow } from "@/components/room/open-context";
import { useRoomScene } from "@/components/room/room-context";
import { wishMemory } from "@/lib/client/sign-in/wish-memory";

/** Goes on with what somebody was about to do as a guest, once they are back in the room under their own name. */
export function useWish(): void {
  const { isMember, phase, mine, me, view, stageRoom, may } = useRoomScene();
  const { raiseHand } = useHandActs();
  const show = useShow();
  const roomId = view.room.id;
  const mayRaise = may("raiseHand") && mine?.handRaisedAt === null && stageRoom.handMode !== "off";
  // What a member may do is known a moment after they are in.
  const isReady = phase === "live" && me !== null && (!isMember || mine !== null);
  useEffect(() => {
    if (!isReady) return;
    const wish = wishMemory.take(roomId);
    // A guest who came back without signing in has thought better of it.
    if (!isMember) return;
    if (wish === "chat") show({ panel: "chat" });
    if (wish === "hand" && mayRaise) void raiseHand();
  }, [isReady, isMember, mayRaise, roomId, raiseHand, show]);
}
