import { call } from "@/lib/client/call";

/** Calls into rooms: mine, and those I make. */
export const pingsApi = {
  read: () => call("GET /api/me/pings"),
  putAway: (roomId: string) => call("DELETE /api/me/pings/:roomId", { params: { roomId } }),
  call: (roomId: string, personId: string) =>
    call("POST /api/rooms/:roomId/pings", { params: { roomId }, input: { personId } }),
  findFollowers: (q: string, after: string | null) =>
    call("GET /api/me/followers", { asked: { q, after: after ?? undefined } }),
};
