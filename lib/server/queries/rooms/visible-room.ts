import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { RoomKind, RoomStatus } from "@/lib/domain/rooms/room";
import { db } from "@/lib/server/postgres/db";

/** What decides whether and how somebody may deal with a room. */
export type VisibleRoom = {
  id: RoomId;
  title: string;
  kind: RoomKind;
  status: RoomStatus;
  guestsAllowed: boolean;
  createdById: PersonId;
};

/**
 * The room, if this person may know of it; null otherwise, the same as for a room that is not there.
 * A closed room is known to its creator, the invited, and whoever sits in it or in another room of its family. Somebody
 * banned may see a room, not enter it.
 */
export async function visibleRoom(caller: { id: PersonId } | null, roomId: RoomId): Promise<VisibleRoom | null> {
  const room = await db().room.findUnique({
    where: { id: roomId },
    select: {
      id: true,
      title: true,
      kind: true,
      status: true,
      guestsAllowed: true,
      createdById: true,
      mainRoomId: true,
    },
  });
  if (!room) return null;
  const visible =
    room.kind !== "closed" ||
    (caller !== null && (room.createdById === caller.id || (await isLetIn(caller.id, roomId, room.mainRoomId))));
  const { mainRoomId: _, ...known } = room;
  return visible ? { ...known, id: roomId, createdById: room.createdById as PersonId } : null;
}

/** Whoever is let into one room of a family is into the others. */
async function isLetIn(personId: PersonId, roomId: RoomId, mainRoomId: string | null): Promise<boolean> {
  const main = mainRoomId ?? roomId;
  const room = { OR: [{ id: main }, { mainRoomId: main }] };
  const [invitation, seat] = await Promise.all([
    db().invitation.findUnique({ where: { roomId_personId: { roomId: main, personId } }, select: { roomId: true } }),
    db().seat.findFirst({ where: { room, personId, closedAt: null }, select: { id: true } }),
  ]);
  return invitation !== null || seat !== null;
}
