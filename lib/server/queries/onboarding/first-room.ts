import type { PersonId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import type { RoomCard } from "@/lib/wire/hallway/views";

/** The live room that stands first for somebody and in which they are not already; null where there is none. */
export async function firstRoom(caller: { id: PersonId }): Promise<RoomCard | null> {
  const [{ rooms }, seat] = await Promise.all([
    liveRooms(caller),
    db().seat.findFirst({
      where: { personId: caller.id, closedAt: null },
      select: { roomId: true, room: { select: { mainRoomId: true } } },
    }),
  ]);
  const here = seat && (seat.room.mainRoomId ?? seat.roomId);
  return rooms.find(({ id }) => id !== here) ?? null;
}
