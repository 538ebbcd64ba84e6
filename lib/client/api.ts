import type { Api } from "@/lib/wire/api";
import type { BanInput } from "@/lib/wire/moderation/inputs";
import { pageIdentity } from "./browser/page-identity";
import { call } from "./call";

/**
 * Who takes a seat. `page`: which page it is. `back`: by itself, not by a tap. `invite`: the secret of the link they come by.
 * `ticket`: their place in line.
 */
export type SeatClaim = Api["POST /api/rooms/:roomId/seat"]["input"] & { page: string; back: boolean };

/** People who come back wait there in silence. An answer that takes longer was lost, and asking again is faster. */
const BACK_PATIENCE_MS = 5_000;

/** What the browser asks of a room, by its verbs. */
export const api = {
  readRoom: (roomId: string) => call("GET /api/rooms/:roomId", { params: { roomId } }),
  readMine: (roomId: string) => call("GET /api/rooms/:roomId/mine", { params: { roomId } }),

  takeSeat: (roomId: string, input: SeatClaim) =>
    call("POST /api/rooms/:roomId/seat", {
      params: { roomId },
      input,
      patienceMs: input.back ? BACK_PATIENCE_MS : undefined,
    }),
  leaveSeat: (roomId: string) => call("DELETE /api/rooms/:roomId/seat", { params: { roomId } }),

  goLive: (roomId: string) => call("POST /api/rooms/:roomId/live", { params: { roomId } }),

  /** `asksIn`: the language that one listens to; null for the floor's. */
  raiseHand: (roomId: string, asksIn: string | null, question?: string) =>
    call("POST /api/rooms/:roomId/hand", { params: { roomId }, input: { question, asksIn } }),
  lowerHand: (roomId: string) => call("DELETE /api/rooms/:roomId/hand", { params: { roomId } }),
  declineHand: (roomId: string, personId: string) =>
    call("DELETE /api/rooms/:roomId/hands/:personId", { params: { roomId, personId } }),

  offerStage: (roomId: string, personId: string) =>
    call("POST /api/rooms/:roomId/offers/:personId", { params: { roomId, personId } }),
  withdrawOffer: (roomId: string, personId: string) =>
    call("DELETE /api/rooms/:roomId/offers/:personId", { params: { roomId, personId } }),
  acceptOffer: (roomId: string) => call("POST /api/rooms/:roomId/offer", { params: { roomId } }),
  declineOffer: (roomId: string) => call("DELETE /api/rooms/:roomId/offer", { params: { roomId } }),

  moveToAudience: (roomId: string, personId: string) =>
    call("DELETE /api/rooms/:roomId/stage/:personId", { params: { roomId, personId } }),
  changeRole: (roomId: string, personId: string, role: "moderator" | "speaker") =>
    call("PATCH /api/rooms/:roomId/stage/:personId", { params: { roomId, personId }, input: { role } }),
  mute: (roomId: string, personId: string) =>
    call("POST /api/rooms/:roomId/stage/:personId/mute", { params: { roomId, personId } }),
  unmuteSelf: (roomId: string, personId: string) =>
    call("DELETE /api/rooms/:roomId/stage/:personId/mute", { params: { roomId, personId } }),
  removePerson: (roomId: string, personId: string, input: BanInput) =>
    call("PUT /api/rooms/:roomId/bans/:personId", { params: { roomId, personId }, input }),
};

/** Tells the server that this page is going. It reaches the server even while the page is being closed. */
export function sayGoodbye(roomId: string): void {
  const address = `/api/rooms/${roomId}/seat/goodbye`;
  if (!pageIdentity.isOwn) return void navigator.sendBeacon(address);
  // A beacon would say who the browser is.
  void fetch(address, { method: "POST", keepalive: true, ...pageIdentity.request }).catch(() => {});
}
