import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import { oncePerProcess } from "@/lib/server/postgres/process";

/** The channel on which hallways hear that a room's card changed; the payload is the room's id. */
export const HALLWAY_CHANNEL = "hallway";

/** At most one NOTIFY statement in this time a process: commits that notify queue on one lock of the whole database. */
const RING_EVERY_MS = 300;

type Bell = { rooms: Set<RoomId>; timer: NodeJS.Timeout | null };

/** Tells hallways, soon and once for many changes, that these rooms' cards changed. A hint: a lost one is made good by the next. */
export function ringHallway(roomIds: RoomId[]): void {
  const bell = oncePerProcess<Bell>("hallwayBell", () => ({ rooms: new Set(), timer: null }));
  for (const roomId of roomIds) bell.rooms.add(roomId);
  bell.timer ??= setTimeout(() => {
    bell.timer = null;
    const rooms = [...bell.rooms];
    bell.rooms.clear();
    hotPool()
      .query({
        name: "ring-hallway",
        text: "SELECT pg_notify($1, id) FROM unnest($2::text[]) AS room(id)",
        values: [HALLWAY_CHANNEL, rooms],
      })
      .catch((fault: unknown) => log().debug({ err: fault }, "hallway not told"));
  }, RING_EVERY_MS).unref();
}
