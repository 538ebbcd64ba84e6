import { useEffect, useRef } from "react";
import { wishMemory } from "@/lib/client/room/wish-memory";
import type { Acts } from "./use-acts";
import type { RoomScene } from "./use-room";

/** Goes on with what somebody was about to do as a guest, once they are back in the room under their own name. */
export function useWish(scene: RoomScene, acts: Acts, openChat: () => void): void {
  const { isMember, phase, mine, view, stageRoom } = scene;
  const go = useRef(openChat);
  go.current = openChat;
  const mayRaise = scene.may("raiseHand") && mine?.handRaisedAt === null && stageRoom.handMode !== "off";
  const isReady = phase === "live" && mine !== null;
  useEffect(() => {
    if (!isReady) return;
    const wish = wishMemory.take(view.room.id);
    // A guest who came back without signing in has thought better of it.
    if (!isMember) return;
    if (wish === "chat") go.current();
    if (wish === "hand" && mayRaise) void acts.raiseHand();
  }, [isReady, isMember, mayRaise, view.room.id, acts]);
}
