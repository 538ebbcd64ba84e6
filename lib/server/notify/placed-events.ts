import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";
import { type EventToWrite, writeRoomEvents } from "./write-room-events";

/** An event, and the room whose people are to hear of it. */
export type PlacedEvent = { roomId: RoomId; event: EventToWrite };

/** The same with the person it was by; null where nobody did it. */
export type AuthoredEvent = PlacedEvent & { actorId: PersonId | null };

/**
 * Writes events of several rooms, each room's in their order; the rooms' clocks are locked by id. As writeRoomEvents it must
 * be the last of its transaction.
 */
export async function writePlacedEvents(
  tx: Transaction,
  actorId: PersonId | null,
  placed: readonly PlacedEvent[],
): Promise<void> {
  const rooms = [...new Set(placed.map(({ roomId }) => roomId))].sort();
  for (const roomId of rooms) {
    const events = placed.filter((one) => one.roomId === roomId).map(({ event }) => event);
    await writeRoomEvents(tx, roomId, actorId, events);
  }
}
