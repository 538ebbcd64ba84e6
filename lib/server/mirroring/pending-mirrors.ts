import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type EventToWrite, writeRoomEvents } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { channelsToAnnounce } from "@/lib/server/queries/interpreting/channels";
import { mirrorSeat } from "./mirror-seat";

/**
 * Keeps back what is to be announced of something taken from a person, in the transaction that takes it.
 * `carryOut` announces it once LiveKit has obeyed: sound is cut before the screen says so (mechanics, mirror).
 */
export async function holdBackEvents(
  tx: Transaction,
  roomId: RoomId,
  personId: PersonId,
  actorId: PersonId,
  events: EventToWrite[],
): Promise<void> {
  await tx.pendingMirror.create({ data: { roomId, personId, actorId, events } });
}

/**
 * Makes LiveKit obey, then writes what was held back. Safe to repeat and in several processes at once.
 * Throws ServiceAway("media") where LiveKit is away; the sweep then does both.
 */
export const carryOut = (roomId: RoomId, personId: PersonId): Promise<void> => carryOutAll(roomId, [personId]);

/**
 * The same for several people of one room, all at once, announced together. Where LiveKit goes away meanwhile nothing is
 * announced yet, and the sweep does the rest.
 */
export async function carryOutAll(roomId: RoomId, people: readonly PersonId[]): Promise<void> {
  // Read before the mirror: what is committed later is not yet carried out by it.
  const where = { roomId, personId: { in: [...people] } };
  const held = await db().pendingMirror.findMany({ where, select: { id: true } });
  await Promise.all(people.map((personId) => mirrorSeat(roomId, personId)));
  if (held.length === 0) return;
  const ids = held.map((row) => row.id);
  await inTransaction((tx) => release(tx, roomId, people, ids));
}

/**
 * Writes what is still held back about a person, where their rights are given anew: announced later, the older word
 * would undo the newer one on every screen. Must come right before the transaction's own events.
 */
export async function releaseHeldEvents(tx: Transaction, roomId: RoomId, personId: PersonId): Promise<void> {
  const held = await tx.pendingMirror.findMany({ where: { roomId, personId }, select: { id: true } });
  if (held.length > 0)
    await release(
      tx,
      roomId,
      [personId],
      held.map((row) => row.id),
    );
}

type HeldRow = { actorId: string | null; events: EventToWrite[] };

/** The process that deletes a row announces it, so that it is announced once. */
async function release(tx: Transaction, roomId: RoomId, people: readonly PersonId[], ids: string[]): Promise<void> {
  const rows = await tx.$queryRaw<HeldRow[]>`
    WITH taken AS (
      DELETE FROM pending_mirror
      WHERE id = ANY(${ids}::uuid[]) AND room_id = ${roomId}::uuid AND person_id = ANY(${people}::uuid[])
      RETURNING id, actor_id, events)
    SELECT actor_id AS "actorId", events FROM taken ORDER BY id`;
  for (const { actorId, events } of rows) {
    if (events.length > 0) await writeRoomEvents(tx, roomId, actorId, await renewed(tx, roomId, events));
  }
}

/** Who interprets may have changed since it was kept back: it is told as it stands now. */
async function renewed(tx: Transaction, roomId: RoomId, events: EventToWrite[]): Promise<EventToWrite[]> {
  if (events.every(({ happening }) => happening.type !== "interpreters_changed")) return events;
  const changed = { type: "interpreters_changed", channels: await channelsToAnnounce(tx, roomId) } as const;
  return events.map((event) =>
    event.audience === "everyone" && event.happening.type === "interpreters_changed"
      ? { ...event, happening: changed }
      : event,
  );
}
