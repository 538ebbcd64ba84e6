import type { PersonId } from "@/lib/domain/ids";
import { goneFace } from "@/lib/server/callers/faces";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { db } from "@/lib/server/postgres/db";

const EVENTS_AT_ONCE = 500;

/**
 * Takes somebody's name and words out of what rooms were told of them: events keep faces as they were. Only rooms in which they
 * sat or were invited name them. Safe to repeat: an event without their name is left as it is.
 */
export async function eraseFromEvents(personId: PersonId): Promise<void> {
  const rooms = await db().$queryRaw<{ roomId: string }[]>`
    SELECT DISTINCT coalesce(r.main_room_id, r.id) AS "roomId" FROM seat s JOIN room r ON r.id = s.room_id
    WHERE s.person_id = ${personId}::uuid`;
  for (const { roomId } of rooms) {
    const halls = await db().room.findMany({
      where: { OR: [{ id: roomId }, { mainRoomId: roomId }] },
      select: { id: true },
    });
    for (const hall of halls) await eraseFromRoom(hall.id, personId);
  }
}

async function eraseFromRoom(roomId: string, personId: PersonId): Promise<void> {
  let after = -1n;
  for (;;) {
    const events = await db().$queryRaw<{ version: bigint; facts: Prisma.JsonValue }[]>`
      SELECT version, facts FROM room_event WHERE room_id = ${roomId}::uuid AND version > ${after}
        AND facts::text LIKE ${`%${personId}%`} ORDER BY version LIMIT ${EVENTS_AT_ONCE}`;
    for (const { version, facts } of events) {
      const emptied = withoutPerson(facts, personId);
      if (JSON.stringify(emptied) === JSON.stringify(facts)) continue;
      const where = { roomId_version: { roomId, version } };
      await db().roomEvent.update({ where, data: { facts: emptied as Prisma.InputJsonValue } });
    }
    const last = events.at(-1);
    if (!last || events.length < EVENTS_AT_ONCE) return;
    after = last.version;
  }
}

/** The same facts with every face of theirs emptied, and what they asked or said beside it. */
export function withoutPerson(facts: Prisma.JsonValue, personId: string): Prisma.JsonValue {
  if (Array.isArray(facts)) return facts.map((one) => withoutPerson(one, personId));
  if (typeof facts !== "object" || facts === null) return facts;
  if (facts.id === personId && "name" in facts) return { ...facts, ...goneFace(personId) };
  const isTheirs = [facts.person, facts.by].some(
    (face) => typeof face === "object" && face !== null && !Array.isArray(face) && face.id === personId,
  );
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      isTheirs && (name === "question" || name === "text") ? "" : withoutPerson(value ?? null, personId),
    ]),
  );
}
