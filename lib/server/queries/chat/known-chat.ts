import type { ChatChannel } from "@/lib/domain/chat/chat";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { db } from "@/lib/server/postgres/db";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";

/**
 * Whether somebody may read a channel: the room's chat with the room itself, and once it has ended whoever sat in it and
 * was not removed; the moderators' channel while one is a moderator here.
 */
export async function knownChat(
  caller: { id: PersonId } | null,
  roomId: RoomId,
  channel: ChatChannel,
): Promise<boolean> {
  if (channel === "room" && (await knownRoom(caller, roomId))) return true;
  if (!caller) return false;
  if (channel === "room") return satThere(roomId, caller.id);
  const where = { roomId, personId: caller.id, closedAt: null };
  const seat = await db().seat.findFirst({ where, select: { personId: true, role: true } });
  return seat !== null && can(seat, "useModeratorsChannel");
}

async function satThere(roomId: RoomId, personId: PersonId): Promise<boolean> {
  const seat = await db().seat.findFirst({
    where: { roomId, personId, room: { status: "ended", bans: { none: { personId, liftedAt: null } } } },
    select: { id: true },
  });
  return seat !== null;
}
