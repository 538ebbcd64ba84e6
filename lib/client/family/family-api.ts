import { call } from "@/lib/client/call";

/**
 * What people do about the rooms of a family: from the room that they sit in (`roomId`), and, for its leaders, from the
 * main room (`mainId`) about an overflow room (`hallId`).
 */
export const familyApi = {
  readHalls: (mainId: string) => call("GET /api/rooms/:roomId/halls", { params: { roomId: mainId } }),
  sendNotice: (mainId: string, text: string) =>
    call("POST /api/rooms/:roomId/family-line", { params: { roomId: mainId }, input: { text } }),
  setStageFirst: (mainId: string, stageFirst: boolean) =>
    call("PATCH /api/rooms/:roomId", { params: { roomId: mainId }, input: { stageFirst } }),
  openLanguageHall: (mainId: string, language: string) =>
    call("POST /api/rooms/:roomId/overflow", { params: { roomId: mainId }, input: { language } }),
  closeHall: (hallId: string) => call("DELETE /api/rooms/:roomId", { params: { roomId: hallId }, input: {} }),
  visitHall: (hallId: string) => call("POST /api/rooms/:roomId/visit", { params: { roomId: hallId } }),
  endVisit: (hallId: string) => call("DELETE /api/rooms/:roomId/visit", { params: { roomId: hallId } }),
  sendToHall: (mainId: string, personId: string, roomId: string) =>
    call("POST /api/rooms/:roomId/people/:personId/seat-offer", {
      params: { roomId: mainId, personId },
      input: { roomId },
    }),
  withdrawSeatOffer: (mainId: string, personId: string) =>
    call("DELETE /api/rooms/:roomId/people/:personId/seat-offer", { params: { roomId: mainId, personId } }),
  /** Takes the seat that is kept in another hall; answers which one it is in. */
  takeOfferedSeat: (roomId: string) => call("POST /api/rooms/:roomId/seat-offer", { params: { roomId } }),
  declineSeatOffer: (roomId: string) => call("DELETE /api/rooms/:roomId/seat-offer", { params: { roomId } }),
  /** Leads a hall that nobody leads. */
  leadHall: (roomId: string) => call("POST /api/rooms/:roomId/leader", { params: { roomId } }),
};
