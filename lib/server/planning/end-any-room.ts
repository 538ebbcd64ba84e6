import type { PersonId, RoomId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { endLiveRoom } from "@/lib/server/acts/end-live-room";
import { writeAdminEvent } from "@/lib/server/acts/write-admin-event";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { lockRoom } from "@/lib/server/seats/lock-room";
import { callOff } from "./call-off";
import { writeTold } from "./told";

/** Ends any room, as an admin who has been found to be one; what is planned is called off. Everyone in it gets the neutral message. Safe to repeat. */
export async function endAnyRoom(
  adminId: PersonId,
  roomId: RoomId,
  reason: string,
): Promise<Ruling<null, "not_found">> {
  const ruling = await inTransaction(async (tx) => {
    const room = await lockRoom(tx, roomId);
    if (!room) return refused("not_found");
    if (room.status === "ended") return granted([]);
    // Before the events, whose clock is the last in the lock order.
    const change = { before: { status: room.status }, after: { status: "ended" } };
    await writeAdminEvent(tx, adminId, "room_ended", { roomId, title: room.title, reason }, change);
    if (room.status === "live") return granted(await endLiveRoom(tx, roomId, adminId, new Date()));
    const told = await callOff(tx, roomId, { by: adminId, reason: "", now: new Date() });
    return granted(await writeTold(tx, adminId, [told]));
  });
  if (!ruling.ok) return ruling;
  ringHallway(ruling.value);
  return granted(null);
}
