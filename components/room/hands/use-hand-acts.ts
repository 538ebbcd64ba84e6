import { useMemo } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { useRoomId } from "@/components/room/room-context";
import { api } from "@/lib/client/api";
import { handsApi } from "@/lib/client/hands/hands-api";
import { roomActs } from "@/lib/client/room/room-acts";
import type { HandMode } from "@/lib/domain/rooms/room";
import type { PersonFace } from "@/lib/wire/people/views";

/** What one does about hands, one's own and those of others. */
export function useHandActs() {
  const roomId = useRoomId();
  const attempt = useAttempt();
  return useMemo(
    () => ({
      raiseHand: (question?: string) => attempt(roomActs.raiseHand(question)),
      lowerHand: () => attempt(roomActs.lowerHand()),
      askQuestion: (question: string) => attempt(roomActs.askQuestion(question)),
      declineHand: ({ id }: PersonFace) => attempt(api.declineHand(roomId, id)),
      lowerAllHands: () => attempt(handsApi.lowerAllHands(roomId)),
      setHandMode: (mode: HandMode) => attempt(handsApi.setHandMode(roomId, mode)),
      pickHand: ({ id }: PersonFace, reason: string) => attempt(handsApi.pickHand(roomId, id, reason)),
      unpickHand: ({ id }: PersonFace) => attempt(handsApi.unpickHand(roomId, id)),
    }),
    [roomId, attempt],
  );
}
