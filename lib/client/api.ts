import type { RefusalFacts } from "@/lib/domain/ruling";
import type { RefusalBody, RefusalCode } from "@/lib/wire/refusals";
import type { MineView } from "@/lib/wire/rooms/mine";
import type { RoomView } from "@/lib/wire/rooms/views";
import type { JoinAnswer, WaitAnswer } from "@/lib/wire/seats/door";
import type { MediaPass, SeatView } from "@/lib/wire/seats/views";

/** A refusal of the API; `network` where no answer came at all, `unreadable` where it was not ours (a proxy's page). */
export type ApiRefusal = { ok: false; code: RefusalCode | "network" | "unreadable"; facts: RefusalFacts };

export type ApiAnswer<Value> = { ok: true; value: Value } | ApiRefusal;

/** An answer to an act whose value nobody reads. */
export type Done = ApiAnswer<unknown>;

/**
 * Who takes a seat. `page`: which page it is. `back`: by itself, not by a tap. `invite`: the secret of the link one comes by.
 * `ticket`: the place in line that one waits under.
 */
export type SeatClaim = { page: string; back: boolean; invite?: string; ticket?: string };

/** Longer than this and a person thinks that nothing happens; the request is given up as lost. */
const PATIENCE_MS = 15_000;
/** Whoever comes back sits there in silence; an answer that takes longer was lost, and asking again is sooner there. */
const BACK_PATIENCE_MS = 5_000;

const room = (roomId: string, rest = ""): string => `/api/rooms/${roomId}${rest}`;

/** Every route of a room that the browser uses. Nothing is thrown: refusals and lost networks are values. */
export const api = {
  readRoom: (roomId: string): Promise<ApiAnswer<RoomView>> => ask("GET", room(roomId)),
  readMine: (roomId: string): Promise<ApiAnswer<MineView>> => ask("GET", room(roomId, "/mine")),

  takeSeat: (roomId: string, claim: SeatClaim): Promise<ApiAnswer<JoinAnswer | WaitAnswer>> =>
    ask("POST", room(roomId, "/seat"), claim, claim.back ? BACK_PATIENCE_MS : PATIENCE_MS),
  leaveSeat: (roomId: string): Promise<Done> => ask("DELETE", room(roomId, "/seat")),

  raiseHand: (roomId: string, question?: string): Promise<Done> =>
    ask("POST", room(roomId, "/hand"), question === undefined ? undefined : { question }),
  lowerHand: (roomId: string): Promise<Done> => ask("DELETE", room(roomId, "/hand")),
  declineHand: (roomId: string, personId: string): Promise<Done> => ask("DELETE", room(roomId, `/hands/${personId}`)),

  makeOffer: (roomId: string, personId: string): Promise<Done> => ask("POST", room(roomId, `/offers/${personId}`)),
  withdrawOffer: (roomId: string, personId: string): Promise<Done> =>
    ask("DELETE", room(roomId, `/offers/${personId}`)),
  acceptOffer: (roomId: string): Promise<ApiAnswer<{ seat: SeatView; media: MediaPass }>> =>
    ask("POST", room(roomId, "/offer")),
  declineOffer: (roomId: string): Promise<Done> => ask("DELETE", room(roomId, "/offer")),

  moveToAudience: (roomId: string, personId: string): Promise<Done> =>
    ask("DELETE", room(roomId, `/stage/${personId}`)),
  changeRole: (roomId: string, personId: string, role: "moderator" | "speaker"): Promise<Done> =>
    ask("PATCH", room(roomId, `/stage/${personId}`), { role }),
  mute: (roomId: string, personId: string): Promise<Done> => ask("POST", room(roomId, `/stage/${personId}/mute`)),
  unmuteSelf: (roomId: string, personId: string): Promise<Done> =>
    ask("DELETE", room(roomId, `/stage/${personId}/mute`)),
  remove: (roomId: string, personId: string, reason: string): Promise<Done> =>
    ask("PUT", room(roomId, `/bans/${personId}`), { reason }),
};

/** Tells the server that this page is going. It reaches the server even while the page is being closed. */
export function sayGoodbye(roomId: string): void {
  navigator.sendBeacon(room(roomId, "/seat/goodbye"));
}

/** One request to our own API, for whatever has no route in `api`. */
export async function ask<Value>(
  method: string,
  path: string,
  input?: object,
  patienceMs = PATIENCE_MS,
): Promise<ApiAnswer<Value>> {
  const body = input === undefined ? undefined : JSON.stringify(input);
  const headers: Record<string, string> = body === undefined ? {} : { "Content-Type": "application/json" };
  try {
    const answer = await fetch(path, { method, body, headers, signal: AbortSignal.timeout(patienceMs) });
    if (!answer.ok) return readRefusal(answer);
    return { ok: true, value: (answer.status === 204 ? null : await answer.json()) as Value };
  } catch {
    return { ok: false, code: "network", facts: {} };
  }
}

async function readRefusal(answer: Response): Promise<ApiRefusal> {
  const body: Partial<RefusalBody> | null = await answer.json().catch(() => null);
  if (!body?.error) return { ok: false, code: "unreadable", facts: { status: answer.status } };
  const { code, message, ...facts } = body.error;
  return { ok: false, code, facts };
}
