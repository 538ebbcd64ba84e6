import { call } from "@/lib/client/call";

/** What one does to one's own hallway. */
export const hallwayApi = {
  hideRoom: (roomId: string) => call("PUT /api/rooms/:roomId/hidden", { params: { roomId } }),
  showRoomAgain: (roomId: string) => call("DELETE /api/rooms/:roomId/hidden", { params: { roomId } }),
  dismissSuggestion: (personId: string) => call("DELETE /api/me/suggestions/:personId", { params: { personId } }),
  suggestAgain: (personId: string) => call("PUT /api/me/suggestions/:personId", { params: { personId } }),
};
