import type { HallsDesk, SendAnswer, VisitAnswer } from "@/lib/wire/family";
import { type ApiAnswer, ask, type Done } from "./api";

const room = (roomId: string, rest = ""): string => `/api/rooms/${roomId}${rest}`;

/** What those who lead a family do about its halls. `mainId` is the main room's id, `hallId` an overflow room's. */
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
};
