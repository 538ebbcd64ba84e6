import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { CLOSE_SEATS_SQL, type ClosedRow, type CloseReason, closedEvent, heldForMs } from "./seat-closing";
import { succeedHost } from "./succeed-host";

/**
 * Closes these people's seats in a room, or everyone's: rows, counter, `empty_since`, hands and offers, and whom a host
 * who goes leaves the room to.
 * The caller has locked the room (lockRoom) and hands the answered events to writeRoomEvents as the last statement.
 * People without an open seat there are passed over, so doing it twice is fine.
 */
export async function closeSeats(
  tx: Transaction,
  roomId: RoomId,
  people: readonly PersonId[] | "everyone",
  reason: CloseReason,
): Promise<EventToWrite[]> {
  const leaving = people === "everyone" ? await everyoneIn(tx, roomId) : people;
  if (leaving.length === 0) return [];
  const rooms = leaving.map(() => roomId);
  const closed = await tx.$queryRawUnsafe<ClosedRow[]>(CLOSE_SEATS_SQL, rooms, leaving, reason, heldForMs(reason));
  const events = closed.map((row) => closedEvent(row, reason)).filter((event) => event !== null);
  const succession = await succeedHost((sql, values) => tx.$queryRawUnsafe(sql, ...values), closed, reason);
  return [...events, ...succession.map(({ event }) => event)];
}

async function everyoneIn(tx: Transaction, roomId: RoomId): Promise<string[]> {
  const seats = await tx.seat.findMany({ where: { roomId, closedAt: null }, select: { personId: true } });
  return seats.map((seat) => seat.personId);
}
