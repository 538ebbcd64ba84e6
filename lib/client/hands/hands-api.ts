import { call } from "@/lib/client/call";
import type { HandMode } from "@/lib/domain/rooms/room";

/** What the leaders of a room ask about its hands. */
export const handsApi = {
  readHands: (roomId: string, after: string) =>
    call("GET /api/rooms/:roomId/hands", { params: { roomId }, asked: { after } }),
  lowerAllHands: (roomId: string) => call("DELETE /api/rooms/:roomId/hands", { params: { roomId } }),
  /** Passes a hand of one's own hall ahead in the family's queue. */
  pickHand: (roomId: string, personId: string, reason: string) =>
    call("PUT /api/rooms/:roomId/hands/:personId/pick", { params: { roomId, personId }, input: { reason } }),
  unpickHand: (roomId: string, personId: string) =>
    call("DELETE /api/rooms/:roomId/hands/:personId/pick", { params: { roomId, personId } }),
  setHandMode: (roomId: string, handMode: HandMode) =>
    call("PATCH /api/rooms/:roomId", { params: { roomId }, input: { handMode } }),
};
