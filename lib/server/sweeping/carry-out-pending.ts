import type { PersonId, RoomId } from "@/lib/domain/ids";
import { carryOut } from "@/lib/server/mirroring/pending-mirrors";
import { db } from "@/lib/server/postgres/db";

const MAX_AT_ONCE = 200;

/** Does what was taken from people while LiveKit was away, oldest first. Throws ServiceAway("media"). */
export async function carryOutPending(): Promise<void> {
  const pending = await db().pendingMirror.findMany({
    select: { roomId: true, personId: true },
    orderBy: { at: "asc" },
    take: MAX_AT_ONCE,
  });
  const people = new Map(pending.map((row) => [`${row.roomId} ${row.personId}`, row]));
  for (const { roomId, personId } of people.values()) await carryOut(roomId as RoomId, personId as PersonId);
}
