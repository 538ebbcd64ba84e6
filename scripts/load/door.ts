import type { RefusalBody } from "@/lib/wire/refusals";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import type { MediaPass } from "@/lib/wire/seats/views";
import type { HallSeat, NotIn } from "./messages";

/** The header lines by which the door knows somebody; none for somebody new. */
export type Credential = Record<string, string>;

/** A place in line, where the door makes people wait. */
type Line = { token: string; place: number; pollAfterMs: number };

export type DoorAnswer =
  | { kind: "seat"; hall: HallSeat; media: MediaPass; credential: Credential }
  | { kind: "line"; line: Line; credential: Credential }
  | { kind: "not-in"; why: NotIn };

const ANSWER_WITHIN_MS = 20_000;

/** Asks for a seat, as a browser does: the answer may be in another room of the family. `ticket`: of somebody in line. */
export async function askDoor(
  url: string,
  roomId: string,
  credential: Credential,
  ticket: string | null,
): Promise<DoorAnswer> {
  const body = ticket ? { body: JSON.stringify({ ticket }) } : {};
  const headers = ticket ? { ...credential, "content-type": "application/json" } : credential;
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const answer = await fetch(seatOf(url, roomId), { method: "POST", headers, signal, ...body });
    if (!answer.ok) return { kind: "not-in", why: await refusalOf(answer) };
    const known = { ...credential, ...guestOf(answer) };
    const told = (await answer.json()) as JoinAnswer | { ticket: Line };
    if ("ticket" in told) return { kind: "line", line: told.ticket, credential: known };
    const hall = { roomId: told.seat.roomId, number: told.room.room.family?.number ?? 0 };
    return { kind: "seat", hall, media: told.media, credential: known };
  } catch (fault) {
    return { kind: "not-in", why: { at: "door", code: nameOf(fault), retryAfterSeconds: null } };
  }
}

/** Gives the seat back. Answers whether the door took it. */
export async function leaveDoor(url: string, roomId: string, credential: Credential): Promise<boolean> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const answer = await fetch(seatOf(url, roomId), { method: "DELETE", headers: credential, signal }).catch(() => null);
  return answer?.ok ?? false;
}

const seatOf = (url: string, roomId: string): string => `${url}/api/rooms/${roomId}/seat`;

/** The cookie by which whoever has just become a guest is that guest again. */
function guestOf(answer: Response): Credential {
  const cookies = answer.headers.getSetCookie().map((line) => line.split(";", 1)[0] ?? "");
  return cookies.length > 0 ? { cookie: cookies.join("; ") } : {};
}

async function refusalOf(answer: Response): Promise<NotIn> {
  const told = (await answer.json().catch(() => null)) as RefusalBody | null;
  const after = Number(answer.headers.get("retry-after"));
  return {
    at: "door",
    code: told?.error.code ?? `http_${answer.status}`,
    retryAfterSeconds: after > 0 ? after : answer.status === 503 ? 1 : null,
  };
}

const nameOf = (fault: unknown): string =>
  fault instanceof Error && fault.name === "TimeoutError" ? "door_silent" : "door_unreachable";
