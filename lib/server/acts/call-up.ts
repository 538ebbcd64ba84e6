import type { RoomId } from "@/lib/domain/ids";
import { isLeader } from "@/lib/domain/roles";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import { closeSeatsIn } from "@/lib/server/seats/close-seats";
import { holdSeat } from "@/lib/server/seats/hold-seat";
import { comesUpMuted } from "@/lib/server/seats/microphones";
import { type OpenedSeat, openSeat } from "@/lib/server/seats/open-seats";
import { stageJoined } from "@/lib/server/seats/stage-joined";
import type { Scene } from "./act-in-room";

/** The seat on the main stage, and the events for both rooms. */
type CalledUp = { seat: OpenedSeat; placed: PlacedEvent[] };

/**
 * Moves `actor` from an overflow room to the stage of its main room. Their seat in the overflow room is held for them. They
 * arrive muted where microphones are locked or the room is recorded. `asksIn`: the language of the hand that brings them. The scene has locked both rooms.
 * Source: mechanics, seats; behaviours 25.
 */
export async function callUp(
  { tx, sql, roomId, rooms, actor }: Scene,
  mainRoomId: RoomId,
  asksIn: string | null,
): Promise<Ruling<CalledUp, "room_ended" | "room_full" | "banned">> {
  const { personId, pageId } = actor;
  const main = rooms.get(mainRoomId);
  if (main?.status !== "live") return refused("room_ended");
  // The reserve is kept for them; only a stage that has taken all of it finds the room full.
  if (main.openSeats >= main.capacity) return refused("room_full", { capacity: main.capacity });
  if (await tx.roomBan.findFirst({ where: { roomId: mainRoomId, personId, liftedAt: null }, select: { id: true } }))
    return refused("banned");
  const left = await closeSeatsIn(sql, roomId, [personId], "called_up");
  await holdSeat(sql, { roomId, personId, leads: isLeader(actor.role) });
  const muted = await comesUpMuted(sql, mainRoomId);
  const seat = await openSeat(sql, { roomId: mainRoomId, personId, page: pageId, role: "speaker", muted, asksIn });
  const { overflowNumber: from } = await tx.room.findUniqueOrThrow({
    where: { id: roomId },
    select: { overflowNumber: true },
  });
  const joined = await stageJoined(sql, [{ ...seat, stageSince: seat.openedAt, from, asksIn }]);
  return granted({ seat, placed: [...left.map((event) => ({ roomId, event })), ...joined] });
}
