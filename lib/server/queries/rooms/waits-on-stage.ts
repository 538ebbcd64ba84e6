import type { PersonId, RoomId } from "@/lib/domain/ids";
import { isOnStage } from "@/lib/domain/roles";
import { db } from "@/lib/server/postgres/db";
import { seatRole } from "./seat-role";

/** Whether a place on this room's own stage waits for somebody: their seat there, or the host's in a room that they opened. */
export async function waitsOnStage(caller: { id: PersonId } | null, roomId: RoomId): Promise<boolean> {
  if (!caller) return false;
  const role = await seatRole({ roomId, personId: caller.id });
  if (role !== null) return isOnStage(role);
  const seats = { none: { role: "host", closedAt: null } } as const;
  return (await db().room.count({ where: { id: roomId, createdById: caller.id, mainRoomId: null, seats } })) > 0;
}
