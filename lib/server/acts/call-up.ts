import { v7 as uuid } from "uuid";
import type { RoomId } from "@/lib/domain/ids";
import { isLeader } from "@/lib/domain/roles";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { CLAIM_LEASE_MS } from "@/lib/domain/seats/seat";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { closeSeats } from "@/lib/server/seats/close-seats";
import { lockRoom } from "@/lib/server/seats/lock-room";
import type { LockedSeat } from "@/lib/server/seats/lock-seats";
import { onStage } from "@/lib/server/stage/stage-people";
import type { Scene } from "./act-in-room";

/** The seat on the main stage, and what both rooms are to hear of it. */
type CalledUp = { seat: LockedSeat; placed: PlacedEvent[] };

/**
 * Brings somebody from an overflow room to the stage of its main room: the seat there is held for them, and they sit on the
 * stage, muted where microphones are locked. Both rooms are locked by the caller, the seat is `actor`'s.
 * Source: mechanics, seats; behaviours 25.
 */
export async function callUp(
  { tx, roomId, actor, now }: Scene,
  mainRoomId: RoomId,
): Promise<Ruling<CalledUp, "room_ended" | "room_full" | "banned">> {
  const { personId } = actor;
  const main = await lockRoom(tx, mainRoomId);
  if (main?.status !== "live") return refused("room_ended");
  // The reserve is kept for them; only a stage that has taken all of it finds the room full.
  if (main.openSeats >= main.capacity) return refused("room_full", { capacity: main.capacity });
  if (await tx.roomBan.findFirst({ where: { roomId: mainRoomId, personId, liftedAt: null }, select: { id: true } }))
    return refused("banned");
  const left = await closeSeats(tx, roomId, [personId], "called_up");
  await holdSeat(tx, roomId, actor);
  const seat = await openOnStage(tx, mainRoomId, actor, now);
  const { overflowNumber } = await tx.room.findUniqueOrThrow({
    where: { id: roomId },
    select: { overflowNumber: true },
  });
  const person = {
    ...(await onStage(tx, personId, "speaker", now)),
    muted: seat.muted,
    from: overflowNumber,
  };
  return granted({
    seat,
    placed: [
      ...left.map((event) => ({ roomId, event })),
      { roomId: mainRoomId, event: { audience: "everyone", happening: { type: "stage_joined", person } } },
    ],
  });
}

/** Their place in the overflow room goes on counting there. One that another room holds for them from before is given up. */
async function holdSeat(tx: Transaction, roomId: RoomId, { personId, role }: LockedSeat): Promise<void> {
  await tx.$executeRaw`
    WITH given_up AS (
      UPDATE held_seat SET closed_at = statement_timestamp()
      WHERE person_id = ${personId}::uuid AND closed_at IS NULL RETURNING room_id)
    UPDATE room r SET open_seats = r.open_seats - 1 FROM given_up g WHERE r.id = g.room_id`;
  await tx.heldSeat.create({ data: { roomId, personId, leads: isLeader(role) } });
  await tx.room.update({ where: { id: roomId }, data: { openSeats: { increment: 1 }, emptySince: null } });
}

async function openOnStage(tx: Transaction, roomId: RoomId, from: LockedSeat, now: Date): Promise<LockedSeat> {
  const { microphonesLockedAt } = await tx.room.update({
    where: { id: roomId },
    data: { openSeats: { increment: 1 }, emptySince: null },
    select: { microphonesLockedAt: true },
  });
  const id = uuid();
  const muted = microphonesLockedAt !== null;
  const { personId, kind, pageId } = from;
  await tx.seat.create({
    data: {
      id,
      roomId,
      personId,
      pageId,
      role: "speaker",
      openedAt: now,
      stageSince: now,
      mutedAt: muted ? now : null,
      leaseUntil: new Date(now.getTime() + CLAIM_LEASE_MS),
    },
  });
  return { id, personId, kind, pageId, role: "speaker", muted, openedAt: now, stageSince: now };
}
