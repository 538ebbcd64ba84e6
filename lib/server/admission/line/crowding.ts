import type { RoomId } from "@/lib/domain/ids";

/** From when on a process takes those before its door for a crowd. Source: mechanics, the door. */
export type CrowdTriggers = {
  /** More than so many wait for one room. */
  batch: number;
  /** Or one in twenty of those answered lately waited for longer than this. */
  p95Ms: number;
};

/** What is called lately. */
const LOOK_BACK_MS = 3_000;
const SLICE_MS = 500;

/** A few slow answers are no crowd. */
const MIN_ANSWERS = 40;
const SLOW_SHARE = 0.05;

type Slice = { at: number; answers: number; slow: number };

/** Sees whether there is a crowd before a room, at one process's door: how many wait, for how long, and how many are answered. */
export class Crowding {
  readonly #waiting = new Map<RoomId, number>();
  readonly #slices = new Map<RoomId, Slice[]>();

  constructor(
    private readonly triggers: CrowdTriggers,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Somebody asks for a room. Call what it returns once they are answered. */
  arrives(roomId: RoomId): () => void {
    const since = this.now();
    this.#waiting.set(roomId, this.#waitingFor(roomId) + 1);
    return () => {
      const left = this.#waitingFor(roomId) - 1;
      if (left > 0) this.#waiting.set(roomId, left);
      else this.#waiting.delete(roomId);
      this.answered(roomId, this.now() - since);
    };
  }

  /** Somebody who did not wait at the door, but asked in line, was answered after so long. */
  answered(roomId: RoomId, afterMs: number): void {
    const slices = this.#recent(roomId);
    let last = slices.at(-1);
    if (!last || last.at <= this.now() - SLICE_MS) {
      for (const id of this.#slices.keys()) if (this.#recent(id).length === 0) this.#slices.delete(id);
      last = { at: this.now(), answers: 0, slow: 0 };
      this.#slices.set(roomId, [...slices, last]);
    }
    last.answers += 1;
    if (afterMs > this.triggers.p95Ms) last.slow += 1;
  }

  /** What the door answered a second, lately. */
  perSecond(roomId: RoomId): number {
    const slices = this.#recent(roomId);
    const answers = slices.reduce((sum, slice) => sum + slice.answers, 0);
    const lookBackMs = Math.max(SLICE_MS, this.now() - (slices[0]?.at ?? 0));
    return answers === 0 ? 0 : (answers * 1_000) / Math.min(LOOK_BACK_MS, lookBackMs);
  }

  isCrowded(roomId: RoomId): boolean {
    return this.#waitingFor(roomId) > this.triggers.batch || this.isSlow(roomId);
  }

  isSlow(roomId: RoomId): boolean {
    const slices = this.#recent(roomId);
    const answers = slices.reduce((sum, slice) => sum + slice.answers, 0);
    const slow = slices.reduce((sum, slice) => sum + slice.slow, 0);
    return answers >= MIN_ANSWERS && slow > answers * SLOW_SHARE;
  }

  #waitingFor(roomId: RoomId): number {
    return this.#waiting.get(roomId) ?? 0;
  }

  #recent(roomId: RoomId): Slice[] {
    const since = this.now() - LOOK_BACK_MS;
    return (this.#slices.get(roomId) ?? []).filter((slice) => slice.at > since);
  }
}
