import { type ApiAnswer, ask, type Done } from "./api";

const room = (roomId: string, rest: string): string => `/api/rooms/${roomId}/${rest}`;

/** What one does about the other rooms of a family. `roomId`: always the room that one sits in. */
export const familyApi = {
  /** Takes the seat that is kept in another hall; answers which one it is in. */
  acceptSeat: (roomId: string): Promise<ApiAnswer<{ roomId: string }>> => ask("POST", room(roomId, "seat-offer")),
  declineSeat: (roomId: string): Promise<Done> => ask("DELETE", room(roomId, "seat-offer")),
  /** Leads a hall that nobody leads. */
  lead: (roomId: string): Promise<Done> => ask("POST", room(roomId, "leader")),
};
