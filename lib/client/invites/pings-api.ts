import { type ApiAnswer, ask, type Done } from "@/lib/client/api";
import type { PingView } from "@/lib/wire/invites/views";
import type { FollowerPage } from "@/lib/wire/people/views";

/** Calls into rooms: mine, and those I make. */
export const pingsApi = {
  read: (): Promise<ApiAnswer<{ pings: PingView[] }>> => ask("GET", "/api/me/pings"),
  putAway: (roomId: string): Promise<Done> => ask("DELETE", `/api/me/pings/${roomId}`),
  call: (roomId: string, personId: string): Promise<Done> => ask("POST", `/api/rooms/${roomId}/pings`, { personId }),
  findFollowers: (typed: string, after: string | null): Promise<ApiAnswer<FollowerPage>> =>
    ask("GET", `/api/me/followers?${new URLSearchParams({ q: typed, ...(after && { after }) })}`),
};
