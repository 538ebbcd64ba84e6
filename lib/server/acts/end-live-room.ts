import type { PersonId, RoomId } from "@/lib/domain/ids";
import { writePlacedEvents } from "@/lib/server/notify/placed-events";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { closeSeats } from "@/lib/server/seats/close-seats";
import { closeHeldSeats } from "@/lib/server/seats/held-seats";
import { forgetNetworks } from "@/lib/server/seats/network-bars";
import { withdrawSeatOffers } from "@/lib/server/seats/withdraw-seat-offers";
import { goOnAlone } from "./after-talk";

/** Who ends a room, null where it ends by itself, and what they have to say to everyone; empty for nothing. */
type Ending = { byId: PersonId | null; now: Date; line: string };

/**
 * Ends a room whose row the caller has locked: every seat, hand and invitation is closed and everyone gets one neutral line,
 * with what whoever ends it has to say (`line`, empty for nothing). Its overflow rooms end with it, but for those that
 * somebody leads: they go on as rooms of their own.
 * The announcer ends the rooms in LiveKit once that line is sent. `byId` null: it ended by itself.
 * Answers which rooms changed, the ended one first.
 */
export async function endLiveRoom(
  tx: Transaction,
  roomId: RoomId,
  byId: PersonId | null,
  now: Date,
  line = "",
): Promise<RoomId[]> {
  const rooms = [roomId, ...(await lockOverflow(tx, roomId))];
  const told = await withdrawSeatOffers(tx, rooms, now);
  const over: RoomId[] = [];
  for (const room of rooms) {
    const afterwards = room === roomId ? null : await goOnAlone(tx, room, roomId);
    told.push({ roomId: room, events: afterwards ?? (await endOne(tx, room, { byId, now, line })) });
    if (!afterwards) over.push(room);
  }
  // Once a hall that goes on has taken over whom the main room keeps out.
  await forgetNetworks(tx, over);
  await writePlacedEvents(
    tx,
    byId,
    told.flatMap(({ roomId: place, events }) => events.map((event) => ({ roomId: place as RoomId, event }))),
  );
  return rooms;
}

/** Overflow rooms are made after their main room, which makes their ids greater: the lock order of rooms is kept. */
async function lockOverflow(tx: Transaction, roomId: RoomId): Promise<RoomId[]> {
  const halls = await tx.$queryRaw<{ id: RoomId }[]>`
    SELECT id FROM room WHERE main_room_id = ${roomId}::uuid AND status = 'live' ORDER BY id FOR NO KEY UPDATE`;
  return halls.map(({ id }) => id);
}

async function endOne(tx: Transaction, roomId: RoomId, { byId, now, line }: Ending): Promise<EventToWrite[]> {
  const ended = { status: "ended", endedAt: now, endedById: byId, endLine: line, hostAwayUntil: null } as const;
  await tx.room.update({ where: { id: roomId }, data: ended });
  const events = await closeSeats(tx, roomId, "everyone", "ended");
  await closeHeldSeats(tx, roomId);
  // What was held back about single people is overtaken: nobody is in the room any more.
  await tx.pendingMirror.deleteMany({ where: { roomId } });
  const happening = { type: "room_ended", ...(line && { line }) } as const;
  return [...events, { audience: "everyone", happening }];
}
