import type { PersonId, RoomId } from "@/lib/domain/ids";
import { closeSeats } from "./close-seats";
import type { Transaction } from "./db";
import { closeHeldSeats } from "./held-seats";
import { writeRoomEvents } from "./write-room-events";

/**
 * Ends a room whose row the caller has locked: every seat, hand and invitation is closed and everyone gets one neutral line,
 * with what whoever ends it has to say (`line`, empty for nothing).
 * The announcer ends the room in LiveKit once that line is sent. `byId` null: it ended by itself.
 */
export async function endLiveRoom(
  tx: Transaction,
  roomId: RoomId,
  byId: PersonId | null,
  now: Date,
  line = "",
): Promise<void> {
  const ended = { status: "ended", endedAt: now, endedById: byId, endLine: line, hostAwayUntil: null } as const;
  await tx.room.update({ where: { id: roomId }, data: ended });
  const events = await closeSeats(tx, roomId, "everyone", "ended");
  await closeHeldSeats(tx, roomId);
  // What was held back about single people is overtaken: nobody is in the room any more.
  await tx.pendingMirror.deleteMany({ where: { roomId } });
  const happening = { type: "room_ended", ...(line && { line }) } as const;
  await writeRoomEvents(tx, roomId, byId, [...events, { audience: "everyone", happening }]);
}
