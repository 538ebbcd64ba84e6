import type { Transaction } from "@/lib/server/postgres/db";
import type { RoomHappening } from "@/lib/wire/rooms/announcements";

/** The channel on which a commit wakes the announcer; the payload is the room's id. */
export const ROOM_EVENT_CHANNEL = "room_event";

export type EventToWrite = { happening: RoomHappening } & (
  | { audience: "everyone" | "moderators" }
  | { audience: "person"; toId: string }
);

/**
 * Writes a command's events into the outbox and wakes the announcer at commit.
 * Must be the last statement of its transaction: it locks `room_clock`, the last in the lock order (mechanics).
 * Returns the room's new version.
 */
export async function writeRoomEvents(
  tx: Transaction,
  roomId: string,
  actorId: string | null,
  events: EventToWrite[],
): Promise<number> {
  const clock = await tx.roomClock.update({
    where: { roomId },
    data: { version: { increment: events.length } },
    select: { version: true },
  });
  const first = clock.version - BigInt(events.length) + 1n;
  await tx.roomEvent.createMany({
    data: events.map((event, index) => {
      const { type, ...facts } = event.happening;
      return {
        roomId,
        version: first + BigInt(index),
        audience: event.audience,
        toId: event.audience === "person" ? event.toId : null,
        actorId,
        type,
        facts,
      };
    }),
  });
  await tx.$executeRaw`SELECT pg_notify(${ROOM_EVENT_CHANNEL}, ${roomId})`;
  return Number(clock.version);
}
