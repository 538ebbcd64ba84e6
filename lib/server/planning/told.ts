import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type PlacedEvent, writePlacedEvents } from "@/lib/server/notify/placed-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { announcedRoom } from "@/lib/server/queries/rooms/room-details";

/** Rooms that a change of plan changed, and the events for whoever looks at them. */
export type Told = { rooms: RoomId[]; placed: PlacedEvent[] };

/** These rooms are shown anew, to whoever looks at their pages and at the lists. */
export async function edited(tx: Transaction, rooms: readonly RoomId[]): Promise<Told> {
  const placed: PlacedEvent[] = [];
  for (const roomId of new Set(rooms)) {
    const happening = { type: "room_edited", room: await announcedRoom(tx, roomId) } as const;
    placed.push({ roomId, event: { audience: "everyone", happening } });
  }
  return { rooms: [...new Set(rooms)], placed };
}

/** Writes what several changes tell, as the last statement of their transaction. Answers the rooms that changed. */
export async function writeTold(tx: Transaction, by: PersonId | null, told: readonly Told[]): Promise<RoomId[]> {
  await writePlacedEvents(
    tx,
    by,
    told.flatMap(({ placed }) => placed),
  );
  return told.flatMap(({ rooms }) => rooms);
}
