import {
  hallsToDrain,
  hallsToMerge,
  type OfferedHall,
  SEAT_OFFER_REST_MS,
  seatsToOffer,
} from "@/lib/domain/family/seat-offer";
import type { RoomId } from "@/lib/domain/ids";
import { type EventToWrite, writeRoomEvents } from "@/lib/server/notify/write-room-events";
import { hotPool, type Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { type LockedHall, lockHalls } from "@/lib/server/seats/lock-halls";
import { makeSeatOffers, type OfferedSeat, type Seated } from "@/lib/server/seats/seat-offers";

/** More people than this are not asked in one go; the next sweep asks the next ones. */
const MAX_AT_ONCE = 200;

/** Families in which anything could be offered at all: somebody sits in an overflow room. */
const FAMILIES_SQL = `
SELECT m.id FROM room m WHERE m.status = 'live' AND m.overflow_opened > 0 AND EXISTS (
  SELECT FROM room o WHERE o.main_room_id = m.id AND o.status = 'live' AND o.open_seats > 0)`;

/**
 * Offers the people of overflow rooms the seats that have come free in the main hall, in order of arrival; where none has,
 * and two halls are one audience, those of the emptier one seats in the fuller. It moves nobody. Source: behaviours 26.
 */
export async function offerSeats(now: Date): Promise<void> {
  const { rows } = await hotPool().query<{ id: RoomId }>({ name: "sweep-families", text: FAMILIES_SQL });
  for (const { id } of rows) await inTransaction((tx) => offerInFamily(tx, id, now));
}

async function offerInFamily(tx: Transaction, mainRoomId: RoomId, now: Date): Promise<void> {
  const halls = await lockHalls(tx, mainRoomId);
  const main = halls.find(({ id }) => id === mainRoomId);
  if (!main) return;
  const others = halls.filter((hall) => hall !== main);
  const drained = await offer(tx, { from: hallsToDrain(main, others), into: main, mainRoomId, now });
  if (drained.length > 0) return tell(tx, drained);
  const merging = hallsToMerge(others);
  const into = merging && others.find(({ id }) => id === merging.into.id);
  if (merging && into) await tell(tx, await offer(tx, { from: [merging.from], into, mainRoomId, now }));
}

type Offering = { from: readonly OfferedHall[]; into: LockedHall; mainRoomId: RoomId; now: Date };

async function offer(tx: Transaction, { from, into, mainRoomId, now }: Offering): Promise<OfferedSeat[]> {
  const seats = Math.min(MAX_AT_ONCE, seatsToOffer(into));
  if (seats === 0 || from.length === 0) return [];
  const halls = from.map(({ id }) => id);
  return makeSeatOffers(tx, into, await whomToAsk(tx, { halls, intoId: into.id, mainRoomId, seats, now }), now);
}

type Asking = { halls: RoomId[]; intoId: RoomId; mainRoomId: RoomId; seats: number; now: Date };

/**
 * The listeners, the longest there first: nobody on a stage, on their way to one or with a hand in the queue, whom
 * a move would cost their place; no interpreter; nobody who is away, or who did not want another seat lately.
 */
async function whomToAsk(tx: Transaction, { halls, intoId, mainRoomId, seats, now }: Asking): Promise<Seated[]> {
  const since = new Date(now.getTime() - SEAT_OFFER_REST_MS);
  return tx.$queryRaw<Seated[]>`
    SELECT s.person_id AS "personId", s.room_id AS "fromRoomId" FROM seat s
    WHERE s.room_id = ANY(${halls}::uuid[]) AND s.closed_at IS NULL AND s.role = 'listener'
      AND s.connected_at IS NOT NULL AND s.gone_at IS NULL
      AND NOT EXISTS (SELECT FROM seat_offer o WHERE o.person_id = s.person_id AND o.closed_at IS NULL)
      AND NOT EXISTS (SELECT FROM seat_offer o WHERE o.person_id = s.person_id AND o.offered_at > ${since}
        AND o.outcome IN ('declined', 'expired'))
      AND NOT EXISTS (SELECT FROM hand h WHERE h.person_id = s.person_id AND h.closed_at IS NULL)
      AND NOT EXISTS (SELECT FROM offer f WHERE f.person_id = s.person_id AND f.closed_at IS NULL AND f.expires_at > ${now})
      AND NOT EXISTS (SELECT FROM room_ban b WHERE b.person_id = s.person_id AND b.room_id = ${intoId}::uuid AND b.lifted_at IS NULL)
      AND NOT EXISTS (SELECT FROM interpreter i WHERE i.person_id = s.person_id AND i.room_id = ${mainRoomId}::uuid AND i.ended_at IS NULL)
    ORDER BY s.opened_at, s.id LIMIT ${seats}`;
}

/** Each hall's clock once, in the order of their ids. */
async function tell(tx: Transaction, offered: OfferedSeat[]): Promise<void> {
  const byRoom = new Map<string, EventToWrite[]>();
  for (const { fromRoomId, event } of offered) byRoom.set(fromRoomId, [...(byRoom.get(fromRoomId) ?? []), event]);
  for (const [roomId, events] of [...byRoom].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    await writeRoomEvents(tx, roomId, null, events);
}
