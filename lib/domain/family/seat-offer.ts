import type { RoomId } from "@/lib/domain/ids";
import { isOnStage, type Role } from "@/lib/domain/roles";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** How long a seat in another hall is kept for the person it was offered to. */
export const SEAT_OFFER_TTL_MS = 30_000;

/** A person who said no, or nothing, is not asked again for so long. */
export const SEAT_OFFER_REST_MS = 10 * 60_000;

/** A hall that is no fuller than this is offered another one. */
const EMPTIED_TO = 0.3;

/** And only where that one is no fuller than this with everybody of both in it. */
const TOGETHER_UP_TO = 0.8;

/** A hall as far as seats in it are offered. `limit`: open seats from which on it takes no listener; `keptSeats`: offered ones. */
export type OfferedHall = { id: RoomId; language: string; limit: number; openSeats: number; keptSeats: number };

/**
 * The halls whose people are offered seats that have come free in the main one. People who sit in a hall of another language
 * are there for it.
 */
export const hallsToDrain = <Hall extends OfferedHall>(main: OfferedHall, halls: readonly Hall[]): Hall[] =>
  halls.filter((hall) => hall.id !== main.id && hall.openSeats > 0 && sameLanguage(hall.language, main.language));

/** Seats that may be offered now: never more than are free. */
export const seatsToOffer = ({ limit, openSeats, keptSeats }: Omit<OfferedHall, "id" | "language">): number =>
  Math.max(0, limit - openSeats - keptSeats);

/** `pt-br` and `pt` are one language to listeners. */
const sameLanguage = (one: string, other: string): boolean => one.split("-", 1)[0] === other.split("-", 1)[0];

/**
 * Two overflow rooms of one language that have become one audience in two halls: whoever sits in the emptier is to be
 * offered a seat in the fuller. The emptiest first; null where there are no such two. Pure. Source: behaviours 26.
 */
export function hallsToMerge(halls: readonly OfferedHall[]): { from: OfferedHall; into: OfferedHall } | null {
  const byFilling = halls.toSorted((one, other) => one.openSeats - other.openSeats || (one.id < other.id ? 1 : -1));
  for (const [place, from] of byFilling.entries()) {
    if (from.openSeats === 0 || from.openSeats > from.limit * EMPTIED_TO) continue;
    const fuller = byFilling.slice(place + 1).filter((into) => sameLanguage(from.language, into.language));
    // A person whose seat is kept in the fuller hall sits in the emptier one, and is counted there.
    const into = fuller.findLast((hall) => from.openSeats + hall.openSeats <= hall.limit * TOGETHER_UP_TO);
    if (into) return { from, into };
  }
  return null;
}

/** Somebody who is to be offered a seat in another hall. `offeredIn`: where a seat is kept for them already. */
type Sendable = { roomId: string; role: Role; offeredIn: string | null };

/**
 * Whether a leader of a family may offer somebody of it a seat in that hall. Nobody is moved while speaking, and nobody
 * at all before they accept. `keep`: it is kept for them already; `there`: they sit there. Source: behaviours 26.
 */
export function sendToHall(
  person: Sendable | null,
  hall: OfferedHall | null,
): Ruling<"offer" | "keep" | "there", "not_found" | "already_on_stage" | "room_full"> {
  if (!person || !hall) return refused("not_found");
  if (person.roomId === hall.id) return granted("there");
  if (isOnStage(person.role)) return refused("already_on_stage");
  if (person.offeredIn === hall.id) return granted("keep");
  return seatsToOffer(hall) > 0 ? granted("offer") : refused("room_full", { capacity: hall.limit });
}
