import type { HandMode } from "@/lib/domain/room";
import type { HandsPage } from "@/lib/wire/hands";
import { type ApiAnswer, ask, type Done } from "./api";

/** What those who lead a room ask about its hands. */
export const handsApi = {
  page: (roomId: string, after: string): Promise<ApiAnswer<HandsPage>> =>
    ask("GET", `/api/rooms/${roomId}/hands?after=${after}`),
  lowerAll: (roomId: string): Promise<Done> => ask("DELETE", `/api/rooms/${roomId}/hands`),
  setMode: (roomId: string, handMode: HandMode): Promise<Done> => ask("PATCH", `/api/rooms/${roomId}`, { handMode }),
};
