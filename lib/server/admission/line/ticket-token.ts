import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { sameBytes, sealOf } from "@/lib/server/callers/secrets";
import type { ShownTicket } from "./door-lines";

const SHAPE = /^([0-9a-f-]{36})\.([0-9]{1,10})\.([\w-]{43})$/;

/** A place in line that its holder can show to any process: signed, for this person and this family only. */
export const ticketToken = (ticket: ShownTicket, personId: PersonId): string =>
  `${ticket.familyId}.${ticket.number}.${seal(ticket, personId).toString("base64url")}`;

/** The place that a token names; null where it was not signed here, or for somebody else. */
export function ticketOfToken(token: string, personId: PersonId): ShownTicket | null {
  const match = SHAPE.exec(token);
  const familyId = toId<RoomId>(match?.[1]);
  if (!match?.[2] || !match[3] || !familyId) return null;
  const ticket = { familyId, number: Number(match[2]) };
  return sameBytes(Buffer.from(match[3], "base64url"), seal(ticket, personId)) ? ticket : null;
}

const seal = ({ familyId, number }: ShownTicket, personId: PersonId) =>
  sealOf("ticket", `${familyId} ${number} ${personId}`);
