import type { PersonId, RoomId } from "@/lib/domain/ids";
import { banFromInstance as rule } from "@/lib/domain/moderation/instance-ban";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { awayService } from "@/lib/domain/service-away";
import { writeAdminEvent } from "@/lib/server/acts/write-admin-event";
import { deleteMessagesOf } from "@/lib/server/chat/delete-messages-of";
import { carryOut, holdBackEvents } from "@/lib/server/mirroring/pending-mirrors";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { db, type Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql } from "@/lib/server/postgres/sql";
import { closeSeatsIn } from "@/lib/server/seats/close-seats";
import { lockRoom } from "@/lib/server/seats/lock-room";
import { leaveClubs } from "./leave-clubs";
import { leaveShows } from "./leave-shows";

/**
 * Bans a person from the whole instance, as an admin who has been found to be one. Their sessions and access tokens end, their seat is closed,
 * and LiveKit puts them out before this answers; their clubs pass to others. Where LiveKit is away the ban stands, and the sweep puts them out.
 * Safe to repeat.
 */
export async function banEverywhere(
  adminId: PersonId,
  personId: PersonId,
  reason: string,
): Promise<Ruling<null, "not_allowed" | "not_found">> {
  const ruling = await inTransaction(async (tx) => {
    // The strongest lock of the row: a door that has read them as unbanned keeps it until their seat is committed.
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
    const person = await tx.person.findUnique({ where: { id: personId }, select: { admin: true, bannedAt: true } });
    if (!person) return refused("not_found");
    const ruled = rule(adminId, { id: personId, admin: person.admin, banned: person.bannedAt !== null });
    if (ruled.ok && ruled.value === "ban") await ban(tx, adminId, personId, reason);
    return ruled;
  });
  if (!ruling.ok) return ruling;
  ringPerson(personId);
  // After the ban is committed, so that no door lets them sit down again in between.
  await putOut(adminId, personId);
  await deleteChatMessages(adminId, personId);
  await leaveClubs(personId);
  await leaveShows(personId);
  return granted(null);
}

/** Deletes what they wrote, in every room's chat. */
async function deleteChatMessages(adminId: PersonId, personId: PersonId): Promise<void> {
  const where = { personId, deletedAt: null };
  const rooms = await db().chatLine.findMany({ where, distinct: ["roomId"], select: { roomId: true } });
  for (const { roomId } of rooms)
    await inTransaction((tx) => deleteMessagesOf(tx, roomId as RoomId, personId, adminId));
}

async function ban(tx: Transaction, adminId: PersonId, personId: PersonId, reason: string): Promise<void> {
  const bannedAt = new Date();
  await tx.person.update({ where: { id: personId }, data: { bannedAt, banReason: reason } });
  await tx.instanceBan.create({ data: { personId, bannedById: adminId, reason, bannedAt } });
  await tx.session.deleteMany({ where: { personId } });
  await tx.accessToken.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: bannedAt } });
  await writeAdminEvent(
    tx,
    adminId,
    "banned",
    { personId, reason },
    { before: { banned: false }, after: { banned: true } },
  );
}

async function putOut(adminId: PersonId, personId: PersonId): Promise<void> {
  const seats = await db().seat.findMany({ where: { personId, closedAt: null }, select: { roomId: true } });
  for (const seat of seats) {
    const roomId = seat.roomId as RoomId;
    await inTransaction(async (tx) => {
      await lockRoom(tx, roomId);
      const events = await closeSeatsIn(prismaSql(tx), roomId, [personId], "removed");
      if (events.length > 0) await holdBackEvents(tx, roomId, personId, adminId, events);
    });
    ringHallway([roomId]);
    await carryOut(roomId, personId).catch((fault: unknown) => {
      if (!awayService(fault)) throw fault;
    });
  }
}
