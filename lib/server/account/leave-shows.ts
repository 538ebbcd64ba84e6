import type { PersonId, RoomId, ShowId } from "@/lib/domain/ids";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { callOff } from "@/lib/server/planning/call-off";
import { endShowNow } from "@/lib/server/planning/end-show";
import { takeFromShow } from "@/lib/server/planning/host-keys";
import { hostsOfShow } from "@/lib/server/planning/hosts-of-show";
import { writeTold } from "@/lib/server/planning/told";
import { db, type Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { lockRoom } from "@/lib/server/seats/lock-room";

/**
 * Passes the shows of somebody whose account is let go, or who is banned from the instance, on to whoever is a host longest, else a cohost; where
 * there is nobody the show ends. What they planned of no show is called off. Safe to repeat. Source: behaviours 35, 40.
 */
export async function leaveShows(personId: PersonId): Promise<void> {
  const led = await db().showHost.findMany({ where: { personId }, select: { showId: true } });
  for (const { showId } of led) ringHallway(await inTransaction((tx) => passOnOrEnd(tx, showId as ShowId, personId)));
  const where = { createdById: personId, status: "scheduled" } as const;
  const planned = await db().room.findMany({ where, select: { id: true } });
  for (const { id } of planned) ringHallway(await inTransaction((tx) => callOffOne(tx, id as RoomId)));
}

/** The rooms that changed. */
async function passOnOrEnd(tx: Transaction, showId: ShowId, personId: PersonId): Promise<RoomId[]> {
  await tx.$queryRaw`SELECT FROM show WHERE id = ${showId}::uuid FOR UPDATE`;
  const heirs = (await hostsOfShow(tx, showId)).filter(({ id }) => id !== personId);
  const [heir] = heirs;
  if (heir) {
    await tx.showHost.update({ where: { showId_personId: { showId, personId: heir.id } }, data: { role: "host" } });
    await takeFromShow(tx, showId, personId);
    return [];
  }
  const told = await endShowNow(tx, showId, { by: null, reason: "", now: new Date() });
  await tx.showHost.deleteMany({ where: { showId, personId } });
  return writeTold(tx, null, told);
}

async function callOffOne(tx: Transaction, roomId: RoomId): Promise<RoomId[]> {
  const room = await lockRoom(tx, roomId);
  if (room?.status !== "scheduled") return [];
  const told = await callOff(tx, roomId, { by: null, reason: "", now: new Date() });
  return writeTold(tx, null, [told]);
}
