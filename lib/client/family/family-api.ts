import { type ApiAnswer, ask, type Done } from "@/lib/client/api";
import type { HallsDesk, SendAnswer, VisitAnswer } from "@/lib/wire/family/views";

const room = (roomId: string, rest = ""): string => `/api/rooms/${roomId}${rest}`;

/**
 * What one does about the rooms of a family: from the room that one sits in (`roomId`), and, for those who lead it, from the
 * main room (`mainId`) about an overflow room (`hallId`).
 */
export const familyApi = {
  readHalls: (mainId: string): Promise<ApiAnswer<HallsDesk>> => ask("GET", room(mainId, "/halls")),
  speakToAll: (mainId: string, text: string): Promise<Done> => ask("POST", room(mainId, "/family-line"), { text }),
  setStageFirst: (mainId: string, stageFirst: boolean): Promise<Done> => ask("PATCH", room(mainId), { stageFirst }),
  openHall: (mainId: string, language: string): Promise<Done> => ask("POST", room(mainId, "/overflow"), { language }),
  closeHall: (hallId: string): Promise<Done> => ask("DELETE", room(hallId)),
  visit: (hallId: string): Promise<ApiAnswer<VisitAnswer>> => ask("POST", room(hallId, "/visit")),
  endVisit: (hallId: string): Promise<Done> => ask("DELETE", room(hallId, "/visit")),
  send: (mainId: string, personId: string, roomId: string): Promise<ApiAnswer<SendAnswer>> =>
    ask("POST", room(mainId, `/people/${personId}/seat-offer`), { roomId }),
  takeBackSeat: (mainId: string, personId: string): Promise<Done> =>
    ask("DELETE", room(mainId, `/people/${personId}/seat-offer`)),
  /** Takes the seat that is kept in another hall; answers which one it is in. */
  acceptSeat: (roomId: string): Promise<ApiAnswer<{ roomId: string }>> => ask("POST", room(roomId, "/seat-offer")),
  declineSeat: (roomId: string): Promise<Done> => ask("DELETE", room(roomId, "/seat-offer")),
  /** Leads a hall that nobody leads. */
  lead: (roomId: string): Promise<Done> => ask("POST", room(roomId, "/leader")),
};
