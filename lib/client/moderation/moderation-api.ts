import { call } from "@/lib/client/call";

/** What the leaders of a room do about the whole of it. */
export const moderationApi = {
  muteAll: (roomId: string, lock: boolean) =>
    call("POST /api/rooms/:roomId/stage/mute", { params: { roomId }, input: { lock } }),
  unlockMicrophones: (roomId: string) => call("DELETE /api/rooms/:roomId/stage/mute", { params: { roomId } }),
  handOver: (roomId: string, personId: string) =>
    call("POST /api/rooms/:roomId/host", { params: { roomId }, input: { personId } }),
  endRoom: (roomId: string, farewell: string) =>
    call("DELETE /api/rooms/:roomId", { params: { roomId }, input: { line: farewell } }),
  readLog: (roomId: string, before: number | null) =>
    call("GET /api/rooms/:roomId/log", { params: { roomId }, asked: { before: before ?? undefined } }),
  readBans: (roomId: string) => call("GET /api/rooms/:roomId/bans", { params: { roomId } }),
  liftBan: (roomId: string, personId: string) =>
    call("DELETE /api/rooms/:roomId/bans/:personId", { params: { roomId, personId } }),
};
