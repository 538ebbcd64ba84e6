import type { ClubId, PersonId, RoomId } from "@/lib/domain/ids";
import { type PlacedEvent, writePlacedEvents } from "@/lib/server/notify/placed-events";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { db, type Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { announcedRoom } from "@/lib/server/queries/rooms/room-details";
import { lockRoom } from "@/lib/server/seats/lock-room";

/**
 * Ends a club: without members nobody has a key to its rooms for members any more. The caller holds it alone, and calls
 * closeRoomsOfClub once that is committed. `by`: null where its founder deleted their account.
 */
export async function endClub(tx: Transaction, clubId: ClubId, by: PersonId | null): Promise<void> {
  await tx.club.update({ where: { id: clubId }, data: { closedAt: new Date(), closedById: by } });
  const where = { clubId };
  await tx.clubMember.deleteMany({ where });
  await tx.clubRequest.deleteMany({ where });
  await tx.clubInvitation.deleteMany({ where });
  await tx.clubRemoval.deleteMany({ where });
}

/**
 * Makes rooms of no club of those of a club that has ended, family by family, and says so in them. Rooms that are over stay as they
 * are: nobody comes in there. Safe to repeat; where a process dies over it the rooms let nobody in whom they would not after it.
 */
export async function closeRoomsOfClub(clubId: ClubId, by: PersonId | null): Promise<void> {
  const where = { clubId, mainRoomId: null, NOT: { status: "ended" as const } };
  const mains = await db().room.findMany({ where, select: { id: true } });
  for (const { id } of mains) await closeFamily(id as RoomId, by);
}

async function closeFamily(mainRoomId: RoomId, by: PersonId | null): Promise<void> {
  const changed = await inTransaction(async (tx) => {
    const halls = await tx.room.findMany({ where: { mainRoomId, status: "live" }, select: { id: true } });
    const ids = [mainRoomId, ...halls.map(({ id }) => id as RoomId)].toSorted();
    for (const id of ids) await lockRoom(tx, id);
    await tx.room.updateMany({ where: { id: { in: ids }, kind: "members" }, data: { kind: "closed" } });
    await tx.room.updateMany({ where: { id: { in: ids } }, data: { clubId: null } });
    const placed: PlacedEvent[] = [];
    for (const roomId of ids) {
      const happening = { type: "room_edited", room: await announcedRoom(tx, roomId) } as const;
      placed.push({ roomId, event: { audience: "everyone", happening } });
    }
    await writePlacedEvents(tx, by, placed);
    return ids;
  });
  ringHallway(changed);
}
