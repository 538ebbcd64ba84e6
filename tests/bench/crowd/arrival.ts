import { setTimeout as pause } from "node:timers/promises";
import type { TicketView, WaitAnswer } from "@/lib/wire/seats/door";
import type { SignedIn } from "@/tests/support/scenes/crowd";
import type { Wires } from "./wires";

/** A browser whose request got no answer asks again after about so long, at whichever process answers. */
const AGAIN_MS = 400;

/** What a crowd met at the door, all together. */
export type Met = {
  placed: number;
  /** Milliseconds of every answer of the door, whatever it was. */
  times: number[];
  statuses: Map<number, number>;
  tickets: number;
  /** Requests that were open at the process that was killed. */
  lost: number;
  /** For people who waited: the time it took, in shares of the first estimate that they were told. */
  waitOfEstimate: number[];
};

export const nothingMet = (): Met => ({
  placed: 0,
  times: [],
  statuses: new Map(),
  tickets: 0,
  lost: 0,
  waitOfEstimate: [],
});

type World = { roomId: string; wires: Wires[]; met: Met; isOver: () => boolean };

/** One person who comes, as their browser does: asks, waits in line while told so, and asks again where no answer came. */
export async function arrive(person: SignedIn, place: number, { roomId, wires, met, isOver }: World): Promise<void> {
  let ticket: TicketView | null = null;
  let estimate: { seconds: number; at: number } | null = null;
  let at = place;
  while (!isOver()) {
    const wire = wires[at % wires.length] as Wires;
    const askedAt = performance.now();
    const wasAlive = !wire.dead;
    const answer = await wire.ask(joinRequest(roomId, person, ticket?.token));
    if (answer === null) {
      if (wasAlive) met.lost += 1;
      at += 1;
      await pause(AGAIN_MS * (0.5 + Math.random()));
      continue;
    }
    met.times.push(performance.now() - askedAt);
    met.statuses.set(answer.status, (met.statuses.get(answer.status) ?? 0) + 1);
    if (answer.status === 200) {
      met.placed += 1;
      if (estimate) met.waitOfEstimate.push((performance.now() - estimate.at) / 1_000 / estimate.seconds);
      return;
    }
    if (answer.status !== 202) {
      await pause(2_000);
      continue;
    }
    if (ticket === null) met.tickets += 1;
    ticket = (JSON.parse(answer.body) as WaitAnswer).ticket;
    if (ticket.estimateSeconds !== null) estimate ??= { seconds: ticket.estimateSeconds, at: performance.now() };
    await pause(ticket.pollAfterMs);
  }
}

function joinRequest(roomId: string, { credential }: SignedIn, ticket: string | undefined): string {
  const body = ticket === undefined ? "" : JSON.stringify({ ticket, back: true });
  const type = body === "" ? "" : "content-type: application/json\r\n";
  const head = `POST /api/rooms/${roomId}/seat HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\n${credential}\r\n`;
  return `${head}${type}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
