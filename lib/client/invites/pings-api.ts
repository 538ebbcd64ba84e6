import { call } from "@/lib/client/call";

/** Calls into rooms: mine, and those I make. */
export const pingsApi = {
  readPings: () => call("GET /api/me/pings"),
  seePing: (roomId: string) => call("DELETE /api/me/pings/:roomId", { params: { roomId } }),
  pingPerson: (roomId: string, personId: string) =>
    call("POST /api/rooms/:roomId/pings", { params: { roomId }, input: { personId } }),
  findFollowers: (q: string, after: string | null) =>
    call("GET /api/me/followers", { asked: { q, after: after ?? undefined } }),
};
