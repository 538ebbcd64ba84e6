import { v7 as uuid } from "uuid";
import type { RoomId } from "@/lib/domain/ids";
import { CLAIM_LEASE_MS } from "@/lib/domain/seat";
import type { Scene } from "./act-in-room";
import { closeSeats } from "./close-seats";
import { db, type Transaction } from "./db";
import { closeHeldSeats } from "./held-seats";
import type { LockedSeat } from "./lock-seats";
import type { EventToWrite } from "./write-room-events";

/** The live overflow room that holds a seat for somebody on this stage; null where none does. */
export async function heldRoomOf(roomId: RoomId, personId: string, tx: Transaction = db()): Promise<RoomId | null> {
  const held = await tx.heldSeat.findFirst({
    where: { personId, closedAt: null, room: { mainRoomId: roomId, status: "live" } },
    select: { roomId: true },
  });
  return held && (held.roomId as RoomId);
}

/**
 * Brings somebody who was called up back to the seat that is held for them; both rooms are locked by the caller. Answers
 * what the main room is to hear of it beside their leaving the stage.
 */
export async function sendBack({ tx, roomId, now }: Scene, seat: LockedSeat, backTo: RoomId): Promise<EventToWrite[]> {
  const { personId, pageId } = seat;
  const events = await closeSeats(tx, roomId, [personId], "sent_back");
  await closeHeldSeats(tx, backTo, [personId]);
  const leaseUntil = new Date(now.getTime() + CLAIM_LEASE_MS);
  const data = { id: uuid(), roomId: backTo, personId, pageId, role: "listener", openedAt: now, leaseUntil } as const;
  await tx.seat.create({ data });
  await tx.room.update({ where: { id: backTo }, data: { openSeats: { increment: 1 }, emptySince: null } });
  const told = { audience: "person", toId: personId, happening: { type: "sent_back", roomId: backTo } } as const;
  return [...events.filter(({ happening }) => happening.type !== "stage_left"), told];
}
