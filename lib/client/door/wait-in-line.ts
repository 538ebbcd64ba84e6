import type { SeatClaim } from "@/lib/client/api";
import { waitUntilSeen } from "@/lib/client/browser/wait-until-seen";
import { tellRoom } from "@/lib/client/room/tell-room";
import type { JoinAnswer, TicketView, WaitAnswer } from "@/lib/wire/seats/door";
import { lineMemory } from "./line-memory";

/** Whether the door gave a place in line instead of a seat. */
export const isTicket = (answer: JoinAnswer | WaitAnswer): answer is WaitAnswer => "ticket" in answer;

/**
 * Tells the page its place in line, waits until the door wants to be asked again, and answers the claim to ask with. By itself from
 * then on: a person who sat down elsewhere meanwhile is not fetched out of there.
 */
export async function waitInLine(roomId: string, claim: SeatClaim, ticket: TicketView): Promise<SeatClaim> {
  lineMemory.keep({ roomId, ticket: ticket.token });
  tellRoom({ type: "inLine", line: lineOf(ticket) });
  await waitUntilSeen(ticket.pollAfterMs);
  return { ...claim, back: true, ticket: ticket.token };
}

const lineOf = ({ place, waiting, estimateSeconds }: TicketView) => ({ place, waiting, estimateSeconds });
