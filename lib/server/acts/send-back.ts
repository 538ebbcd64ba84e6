import { v7 as uuid } from "uuid";
import { hasStagePlace } from "@/lib/domain/family/hall";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { CLAIM_LEASE_MS } from "@/lib/domain/seats/seat";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import { db, type Transaction } from "@/lib/server/postgres/db";
import { closeSeats } from "@/lib/server/seats/close-seats";
import { closeHeldSeats } from "@/lib/server/seats/held-seats";
import type { LockedSeat } from "@/lib/server/seats/lock-seats";
import { stageOfHall } from "@/lib/server/seats/stage-of-hall";
import { onStage } from "@/lib/server/stage/stage-people";
import type { Scene } from "./act-in-room";

/** The live overflow room that holds a seat for somebody on this stage; null where none does. */
export async function heldRoomOf(roomId: RoomId, personId: string, tx: Transaction = db()): Promise<RoomId | null> {
  const held = await tx.heldSeat.findFirst({
    where: { personId, closedAt: null, room: { mainRoomId: roomId, status: "live" } },
    select: { roomId: true },
  });
  return held && (held.roomId as RoomId);
}

/** What the main room is to hear of it beside their leaving its stage, and their own room of their coming. */
type SentBack = { events: EventToWrite[]; placed: PlacedEvent[] };

/**
 * Brings somebody who was called up back to the seat that is held for them, which they lead from again if they did before,
 * muted where microphones are locked; both rooms are locked by the caller.
 */
export async function sendBack({ tx, roomId, now }: Scene, seat: LockedSeat, backTo: RoomId): Promise<SentBack> {
  const { personId, pageId } = seat;
  const held = await tx.heldSeat.findFirst({
    where: { roomId: backTo, personId, closedAt: null, leads: true },
    select: { id: true },
  });
  const leads = held !== null && hasStagePlace(await stageOfHall(tx, backTo));
  const role = leads ? "moderator" : "listener";
  const left = await closeSeats(tx, roomId, [personId], "sent_back");
  await closeHeldSeats(tx, backTo, [personId]);
  const leaseUntil = new Date(now.getTime() + CLAIM_LEASE_MS);
  const { microphonesLockedAt } = await tx.room.update({
    where: { id: backTo },
    data: { openSeats: { increment: 1 }, emptySince: null },
    select: { microphonesLockedAt: true },
  });
  const muted = leads && microphonesLockedAt !== null;
  const stage = { stageSince: leads ? now : null, mutedAt: muted ? now : null };
  await tx.seat.create({
    data: { id: uuid(), roomId: backTo, personId, pageId, role, openedAt: now, leaseUntil, ...stage },
  });
  const told = { audience: "person", toId: personId, happening: { type: "sent_back", roomId: backTo } } as const;
  return {
    events: [...left.filter(({ happening }) => happening.type !== "stage_left"), told],
    placed: leads ? [{ roomId: backTo, event: await cameOnStage(tx, { personId, muted, now }) }] : [],
  };
}

type Coming = { personId: PersonId; muted: boolean; now: Date };

async function cameOnStage(tx: Transaction, { personId, muted, now }: Coming): Promise<EventToWrite> {
  const person = { ...(await onStage(tx, personId, "moderator", now)), muted };
  return { audience: "everyone", happening: { type: "stage_joined", person } };
}
