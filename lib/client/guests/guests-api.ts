import { call } from "@/lib/client/call";
import type { Api } from "@/lib/wire/api";

/** What hosts do about their guests, and a guest about their invitation. */
export const guestsApi = {
  readGuests: (roomId: string) => call("GET /api/rooms/:roomId/guests", { params: { roomId } }),
  inviteGuest: (roomId: string, input: Api["POST /api/rooms/:roomId/guests"]["input"]) =>
    call("POST /api/rooms/:roomId/guests", { params: { roomId }, input }),
  editGuest: (roomId: string, guestId: string, input: Api["PATCH /api/rooms/:roomId/guests/:guestId"]["input"]) =>
    call("PATCH /api/rooms/:roomId/guests/:guestId", { params: { roomId, guestId }, input }),
  revokeGuest: (roomId: string, guestId: string) =>
    call("DELETE /api/rooms/:roomId/guests/:guestId", { params: { roomId, guestId } }),
  mailGuestLink: (roomId: string, guestId: string) =>
    call("POST /api/rooms/:roomId/guests/:guestId/mail", { params: { roomId, guestId } }),
  replaceGuestLink: (roomId: string, guestId: string) =>
    call("POST /api/rooms/:roomId/guests/:guestId/link", { params: { roomId, guestId } }),
  answerGuestClaim: (roomId: string, guestId: string, isGuest: boolean) =>
    call("PUT /api/rooms/:roomId/guests/:guestId/claim", { params: { roomId, guestId }, input: { isGuest } }),

  answerGuestInvitation: (input: Api["POST /api/guests/answer"]["input"]) => call("POST /api/guests/answer", { input }),
  claimGuestInvitation: (secret: string) => call("POST /api/guests/claim", { input: { secret } }),
};
