import type { ChatChannel } from "@/lib/domain/chat/chat";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/postgres/db";
import { knownInside } from "@/lib/server/queries/rooms/known-room";
import { type Onlooker, visibilityOf } from "@/lib/server/queries/rooms/visibility";

/**
 * Whether somebody may read a channel: the room's chat with the room itself, and once it has ended people who sat in it and
 * were not put out of it or of its family; the moderators' channel while they moderate here.
 */
export async function knownChat(caller: Onlooker, roomId: RoomId, channel: ChatChannel): Promise<boolean> {
  if (channel === "room" && (await knownInside(caller, roomId))) return true;
  if (!caller) return false;
  if (channel === "room") return (await satThere(roomId, caller.id)) && !(await isRemoved(caller, roomId));
  const where = { roomId, personId: caller.id, closedAt: null };
  const seat = await db().seat.findFirst({ where, select: { personId: true, role: true } });
  return seat !== null && can(seat, "useModeratorsChannel");
}

async function satThere(roomId: RoomId, personId: PersonId): Promise<boolean> {
  const seat = await db().seat.findFirst({
    where: { roomId, personId, room: { status: "ended" } },
    select: { id: true },
  });
  return seat !== null;
}

async function isRemoved(caller: Onlooker, roomId: RoomId): Promise<boolean> {
  return (await visibilityOf(caller, roomId))?.sight === "removed";
}
