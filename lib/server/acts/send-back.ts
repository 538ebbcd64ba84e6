import { hasStagePlace } from "@/lib/domain/family/hall";
import type { RoomId } from "@/lib/domain/ids";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { closeSeatsIn } from "@/lib/server/seats/close-seats";
import type { LockedSeat } from "@/lib/server/seats/lock-seats";
import { microphonesLocked } from "@/lib/server/seats/microphones";
import { openSeat } from "@/lib/server/seats/open-seats";
import { stageJoined } from "@/lib/server/seats/stage-joined";
import { stageOfHall } from "@/lib/server/seats/stage-of-hall";
import type { Scene } from "./act-in-room";

/** The live overflow room that holds a seat for somebody on this stage; null where none does. */
export async function heldRoomOf(tx: Transaction, roomId: RoomId, personId: string): Promise<RoomId | null> {
  const held = await tx.heldSeat.findFirst({
    where: { personId, closedAt: null, room: { mainRoomId: roomId, status: "live" } },
    select: { roomId: true },
  });
  return held && (held.roomId as RoomId);
}

/** The events for the main room, besides `stage_left`, and for the room that they return to. */
type SentBack = { events: EventToWrite[]; placed: PlacedEvent[] };

/**
 * Moves a person who was called up back to the seat that is held for them. A former leader leads there again. They are
 * muted where microphones are locked. The scene has locked both rooms.
 */
export async function sendBack({ tx, sql, roomId }: Scene, seat: LockedSeat, backTo: RoomId): Promise<SentBack> {
  const { personId, pageId } = seat;
  const held = await tx.heldSeat.findFirst({
    where: { roomId: backTo, personId, closedAt: null, leads: true },
    select: { id: true },
  });
  const leads = held !== null && hasStagePlace(await stageOfHall(tx, backTo));
  const left = await closeSeatsIn(sql, roomId, [personId], "sent_back");
  const muted = leads && (await microphonesLocked(sql, backTo));
  const role = leads ? "moderator" : "listener";
  const back = await openSeat(sql, { roomId: backTo, personId, page: pageId, role, muted });
  const told = { audience: "person", toId: personId, happening: { type: "sent_back", roomId: backTo } } as const;
  return {
    events: [...left.filter(({ happening }) => happening.type !== "stage_left"), told],
    placed: leads ? await stageJoined(sql, [{ ...back, stageSince: back.openedAt }]) : [],
  };
}
