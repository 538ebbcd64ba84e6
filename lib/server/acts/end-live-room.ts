import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type PlacedEvent, writePlacedEvents } from "@/lib/server/notify/placed-events";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { prismaSql } from "@/lib/server/postgres/sql";
import { closeSeatsIn } from "@/lib/server/seats/close-seats";
import { releaseHeldSeats } from "@/lib/server/seats/hold-seat";
import { forgetNetworks } from "@/lib/server/seats/network-bars";
import { withdrawSeatOffers } from "@/lib/server/seats/withdraw-seat-offers";
import { becomeOwnRoom } from "./become-own-room";
import { stopRunning } from "./stop-running-recording";

/** `byId`: who ends the room; null where it ends by itself. `line`: their farewell to everyone; may be empty. */
type Ending = { byId: PersonId | null; now: Date; line: string };

/** The rooms that changed, the ended one first, and the events for each. */
type Ended = { rooms: RoomId[]; placed: PlacedEvent[] };

/**
 * Ends a room whose row the caller has locked. Every seat, hand and invitation is closed, and everyone gets one neutral
 * message with the farewell. Overflow rooms that somebody leads become rooms of their own; the others end too. The caller
 * writes the answered events as the last statement. The announcer ends the rooms in LiveKit once the message is sent.
 */
export async function endRooms(tx: Transaction, roomId: RoomId, ending: Ending): Promise<Ended> {
  const rooms = [roomId, ...(await lockOverflow(tx, roomId))];
  const told = await withdrawSeatOffers(tx, rooms, ending.now);
  const over: RoomId[] = [];
  for (const room of rooms) {
    const afterwards = room === roomId ? null : await becomeOwnRoom(tx, room, roomId);
    told.push({ roomId: room, events: afterwards ?? (await endOne(tx, room, ending)) });
    if (!afterwards) over.push(room);
  }
  // Only after the halls that go on have copied the bans of the main room.
  await forgetNetworks(tx, over);
  const placed = told.flatMap(({ roomId: place, events }) => events.map((event) => ({ roomId: place, event })));
  return { rooms, placed };
}

/** The same for callers with no events of their own: it writes the events too. Answers the rooms that changed. */
export async function endLiveRoom(
  tx: Transaction,
  roomId: RoomId,
  byId: PersonId | null,
  now: Date,
): Promise<RoomId[]> {
  const { rooms, placed } = await endRooms(tx, roomId, { byId, now, line: "" });
  await writePlacedEvents(tx, byId, placed);
  return rooms;
}

/** Overflow rooms are made after their main room, so their ids are greater. This keeps the lock order of rooms. */
async function lockOverflow(tx: Transaction, roomId: RoomId): Promise<RoomId[]> {
  const halls = await tx.$queryRaw<{ id: RoomId }[]>`
    SELECT id FROM room WHERE main_room_id = ${roomId}::uuid AND status = 'live' ORDER BY id FOR NO KEY UPDATE`;
  return halls.map(({ id }) => id);
}

async function endOne(tx: Transaction, roomId: RoomId, { byId, now, line }: Ending): Promise<EventToWrite[]> {
  const ended = { status: "ended", endedAt: now, endedById: byId, endLine: line, hostAwayUntil: null } as const;
  await tx.room.update({ where: { id: roomId }, data: ended });
  const sql = prismaSql(tx);
  const events = await closeSeatsIn(sql, roomId, "everyone", "ended");
  await releaseHeldSeats(sql, roomId, "everyone");
  await stopRunning(sql, roomId);
  // Events held back for single people are out of date: nobody is in the room.
  await tx.pendingMirror.deleteMany({ where: { roomId } });
  const happening = { type: "room_ended", ...(line && { line }) } as const;
  return [...events, { audience: "everyone", happening }];
}
