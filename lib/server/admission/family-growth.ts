import type { RoomId } from "@/lib/domain/ids";

/** How far back is looked: long enough for a steady rate, short enough to see a rush begin. */
const WINDOW_MS = 3_000;

/**
 * How fast families fill, from the seats that one door counts under its locks: the people that other doors seat between two of
 * its batches are among them. Forgets what lies further back than three seconds.
 */
export class FamilyGrowth {
  readonly #counts = new Map<RoomId, { at: number; seats: number }[]>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Notes how many seats are open in the family's rooms before a batch is judged. */
  note(mainRoomId: RoomId, seats: number): void {
    const since = this.#now() - WINDOW_MS;
    const counts = this.#counts.get(mainRoomId) ?? [];
    const kept = counts.findIndex(({ at }) => at > since);
    counts.splice(0, kept < 0 ? counts.length : kept);
    counts.push({ at: this.#now(), seats });
    this.#counts.set(mainRoomId, counts);
    for (const [id, others] of this.#counts) if ((others.at(-1)?.at ?? 0) <= since) this.#counts.delete(id);
  }

  /** Seats a second by which the family grew lately, now that it has so many. */
  perSecond(mainRoomId: RoomId, seats: number): number {
    const since = this.#now() - WINDOW_MS;
    const before = this.#counts.get(mainRoomId)?.find(({ at }) => at > since)?.seats ?? seats;
    return Math.max(0, seats - before) / (WINDOW_MS / 1_000);
  }
}
