import { type ApiAnswer, ask, type Done } from "@/lib/client/api";
import type { HandMode } from "@/lib/domain/rooms/room";
import type { HandsPage } from "@/lib/wire/hands/views";

/** What those who lead a room ask about its hands. */
export const handsApi = {
  page: (roomId: string, after: string): Promise<ApiAnswer<HandsPage>> =>
    ask("GET", `/api/rooms/${roomId}/hands?after=${after}`),
  lowerAll: (roomId: string): Promise<Done> => ask("DELETE", `/api/rooms/${roomId}/hands`),
  /** Passes a hand of one's own hall ahead in the family's queue. */
  pick: (roomId: string, personId: string, reason: string): Promise<Done> =>
    ask("PUT", `/api/rooms/${roomId}/hands/${personId}/pick`, { reason }),
  unpick: (roomId: string, personId: string): Promise<Done> =>
    ask("DELETE", `/api/rooms/${roomId}/hands/${personId}/pick`),
  setMode: (roomId: string, handMode: HandMode): Promise<Done> => ask("PATCH", `/api/rooms/${roomId}`, { handMode }),
};
