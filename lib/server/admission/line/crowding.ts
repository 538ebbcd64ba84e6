import type { RoomId } from "@/lib/domain/ids";

/** When a process takes the people before its door for a crowd. Source: mechanics, the door. */
export type CrowdTriggers = {
  /** More than so many wait for one room. */
  batch: number;
  /** Or one in twenty of the people answered lately waited longer than this. */
  p95Ms: number;
};

/** How far back "lately" reaches. */
const LOOK_BACK_MS = 3_000;
const SLICE_MS = 500;

/** A few slow answers are no crowd. */
const MIN_ANSWERS = 40;
const SLOW_SHARE = 0.05;

/** `polls`: of people in line, who are answered from memory and so say nothing of how long people wait. */
type Slice = { at: number; answers: number; slow: number; polls: number };

/** Sees whether there is a crowd before a room, at one process's door: how many wait, for how long, and how many are answered. */
export class Crowding {
  readonly #waiting = new Map<RoomId, number>();
  readonly #slices = new Map<RoomId, Slice[]>();
  readonly #triggers: CrowdTriggers;
  readonly #now: () => number;

  constructor(triggers: CrowdTriggers, now: () => number = () => performance.now()) {
    this.#triggers = triggers;
    this.#now = now;
  }

  /** Somebody asks for a room. Call what it returns once they are answered. */
  arrives(roomId: RoomId): () => void {
    const since = this.#now();
    this.#waiting.set(roomId, this.#waitingFor(roomId) + 1);
    return () => {
      const left = this.#waitingFor(roomId) - 1;
      if (left > 0) this.#waiting.set(roomId, left);
      else this.#waiting.delete(roomId);
      const slice = this.#slice(roomId);
      slice.answers += 1;
      if (this.#now() - since > this.#triggers.p95Ms) slice.slow += 1;
    };
  }

  /** Somebody in line was told how it stands. */
  polled(roomId: RoomId): void {
    this.#slice(roomId).polls += 1;
  }

  /** What the door answered a second, lately. */
  perSecond(roomId: RoomId): number {
    const slices = this.#recent(roomId);
    const answers = slices.reduce((sum, slice) => sum + slice.answers + slice.polls, 0);
    const lookBackMs = Math.max(SLICE_MS, this.#now() - (slices[0]?.at ?? 0));
    return answers === 0 ? 0 : (answers * 1_000) / Math.min(LOOK_BACK_MS, lookBackMs);
  }

  isCrowded(roomId: RoomId): boolean {
    return this.#waitingFor(roomId) > this.#triggers.batch || this.isSlow(roomId);
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

  #slice(roomId: RoomId): Slice {
    const slices = this.#recent(roomId);
    const last = slices.at(-1);
    if (last && last.at > this.#now() - SLICE_MS) return last;
    for (const id of this.#slices.keys()) if (this.#recent(id).length === 0) this.#slices.delete(id);
    const slice = { at: this.#now(), answers: 0, slow: 0, polls: 0 };
    this.#slices.set(roomId, [...slices, slice]);
    return slice;
  }

  #recent(roomId: RoomId): Slice[] {
    const since = this.#now() - LOOK_BACK_MS;
    return (this.#slices.get(roomId) ?? []).filter((slice) => slice.at > since);
  }
}
