import { call } from "@/lib/client/call";

/** What listeners, interpreters and leaders of a room ask about its languages. */
export const interpretingApi = {
  joinChannel: (hallId: string, language: string) =>
    call("POST /api/rooms/:roomId/channels/:language", { params: { roomId: hallId, language } }),
  rateLanguage: (hallId: string, language: string, understood: number) =>
    call("PUT /api/rooms/:roomId/ratings/:language", { params: { roomId: hallId, language }, input: { understood } }),

  takeAir: (roomId: string, personId: string) =>
    call("POST /api/rooms/:roomId/interpreters/:personId/on-air", { params: { roomId, personId } }),
  leaveAir: (roomId: string, personId: string) =>
    call("DELETE /api/rooms/:roomId/interpreters/:personId/on-air", { params: { roomId, personId } }),
  /** `again`: only where one is turned to it still. */
  turnToStage: (roomId: string, personId: string, again: boolean) =>
    call("POST /api/rooms/:roomId/interpreters/:personId/to-stage", { params: { roomId, personId }, input: { again } }),
  turnToBooth: (roomId: string, personId: string) =>
    call("DELETE /api/rooms/:roomId/interpreters/:personId/to-stage", { params: { roomId, personId } }),
  chooseSource: (roomId: string, personId: string, sourceLanguage: string | null) =>
    call("PATCH /api/rooms/:roomId/interpreters/:personId", {
      params: { roomId, personId },
      input: { sourceLanguage },
    }),

  assignInterpreter: (roomId: string, personId: string, language: string) =>
    call("PUT /api/rooms/:roomId/interpreters/:personId", { params: { roomId, personId }, input: { language } }),
  endInterpreter: (roomId: string, personId: string) =>
    call("DELETE /api/rooms/:roomId/interpreters/:personId", { params: { roomId, personId } }),
  audiences: (roomId: string) => call("GET /api/rooms/:roomId/channels", { params: { roomId } }),
  ratings: (roomId: string) => call("GET /api/rooms/:roomId/ratings", { params: { roomId } }),
};
