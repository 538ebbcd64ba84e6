import type { PersonId, RoomId } from "@/lib/domain/ids";
import { takeOut } from "@/lib/server/acts/take-out";
import { hideMessagesOf } from "@/lib/server/chat/hide-messages-of";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";

/**
 * Takes somebody who gave their account up out of every room, as one who leaves it, and what they wrote out of every chat. Call
 * it once that is committed, so that no door lets them sit down again in between. Safe to repeat, and repeated for whoever
 * a process died over. Where LiveKit is away the sweep puts them out.
 */
export async function goEverywhere(personId: PersonId): Promise<void> {
  for (const roomId of await roomsHeld(personId)) await takeOut(roomId, personId, { by: personId, reason: "left" });
  for (const roomId of await roomsWrittenIn(personId)) {
    await inTransaction((tx) => hideMessagesOf(tx, roomId, personId));
  }
  await db().person.updateMany({
    where: { id: personId, givenUpAt: { not: null }, outEverywhereAt: null },
    data: { outEverywhereAt: new Date() },
  });
}

/** Those who gave their account up and are not out everywhere yet. */
export async function goneButNotOut(): Promise<PersonId[]> {
  const where = { givenUpAt: { not: null }, erasedAt: null, outEverywhereAt: null };
  const people = await db().person.findMany({ where, select: { id: true }, take: 1_000 });
  return people.map(({ id }) => id as PersonId);
}

/** Where they sit, wait in line, visit, or have a seat held or offered, in the order in which rooms are locked. */
async function roomsHeld(personId: PersonId): Promise<RoomId[]> {
  const rooms = await db().$queryRaw<{ roomId: RoomId }[]>`
    SELECT room_id AS "roomId" FROM seat WHERE person_id = ${personId}::uuid AND closed_at IS NULL
    UNION SELECT room_id FROM ticket WHERE person_id = ${personId}::uuid AND closed_at IS NULL
    UNION SELECT room_id FROM visit WHERE person_id = ${personId}::uuid AND closed_at IS NULL
    UNION SELECT room_id FROM held_seat WHERE person_id = ${personId}::uuid AND closed_at IS NULL
    UNION SELECT room_id FROM seat_offer WHERE person_id = ${personId}::uuid AND closed_at IS NULL
    ORDER BY 1`;
  return rooms.map(({ roomId }) => roomId);
}

async function roomsWrittenIn(personId: PersonId): Promise<RoomId[]> {
  const where = { personId, deletedAt: null };
  const rooms = await db().chatLine.findMany({ where, distinct: ["roomId"], select: { roomId: true } });
  return rooms.map(({ roomId }) => roomId as RoomId);
}
