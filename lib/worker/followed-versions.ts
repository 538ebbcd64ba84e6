import type { RoomId } from "@/lib/domain/ids";
import type { DueRoom } from "@/lib/server/announcing/due-rooms";
import { readFollowedSection } from "@/lib/server/queries/roster/followed-section";

/** How soon the section is read again after somebody came, left or changed their place, and how soon where nobody did. */
const MOVED_MS = 2_000;
const STILL_MS = 15_000;

type Known = { seats: string; version: string; at: number };

/** The versions of the followed sections of the rooms that this process announces. A new version sends browsers to read again. */
export class FollowedVersions {
  readonly #rooms = new Map<string, Known>();
  #looking = false;

  /** Null while it was never read. */
  of(roomId: string): string | null {
    return this.#rooms.get(roomId)?.version ?? null;
  }

  /** Reads what is due, one room after another, so that many rooms never crowd Postgres; forgets all other rooms. */
  async look(rooms: readonly DueRoom[], now: () => number = performance.now.bind(performance)): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      const announced = new Set(rooms.map(({ roomId }) => roomId));
      for (const roomId of this.#rooms.keys()) if (!announced.has(roomId)) this.#rooms.delete(roomId);
      for (const { roomId, openSeats, stageSeats } of rooms) {
        const seats = `${openSeats} ${stageSeats}`;
        const known = this.#rooms.get(roomId);
        if (known && now() - known.at < (known.seats === seats ? STILL_MS : MOVED_MS)) continue;
        const { version } = await readFollowedSection(roomId as RoomId);
        this.#rooms.set(roomId, { seats, version, at: now() });
      }
    } finally {
      this.#looking = false;
    }
  }
}
