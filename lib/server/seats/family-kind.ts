import type { RoomId } from "@/lib/domain/ids";
import type { RoomKind } from "@/lib/domain/rooms/room";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { announcedRoom } from "@/lib/server/queries/rooms/room-details";

/** Who may enter a family. The main room decides it for all of its halls. */
type LetsIn = { kind?: RoomKind; guestsAllowed?: boolean };

/** The live halls of a main room that these changes reach: to be locked beside it, before any seat, as rooms are. */
export async function hallsToChange(tx: Transaction, roomId: RoomId, changes: LetsIn): Promise<RoomId[]> {
  if (changes.kind === undefined && changes.guestsAllowed === undefined) return [];
  const halls = await tx.room.findMany({ where: { mainRoomId: roomId, status: "live" }, select: { id: true } });
  return halls.map(({ id }) => id as RoomId);
}

/**
 * Copies to the live halls of a main room who may enter it now. The caller has locked the halls before any seat.
 * Answers the events for everyone in them; none where nothing changed.
 */
export async function changeInHalls(
  tx: Transaction,
  halls: readonly RoomId[],
  { kind, guestsAllowed }: LetsIn,
): Promise<PlacedEvent[]> {
  if (kind === undefined && guestsAllowed === undefined) return [];
  await tx.room.updateMany({ where: { id: { in: [...halls] } }, data: { kind, guestsAllowed } });
  const placed: PlacedEvent[] = [];
  for (const roomId of halls) {
    const happening = { type: "room_edited", room: await announcedRoom(tx, roomId) } as const;
    placed.push({ roomId, event: { audience: "everyone", happening } });
  }
  return placed;
}
