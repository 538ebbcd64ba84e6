import type { PassingAnnouncement } from "@/lib/wire/announcements";

type Counts = NonNullable<PassingAnnouncement["counts"]>;

/** What passes in one room, collected until its next message: sums, never a queue. */
export class Passing {
  #said: Counts | null = null;
  #counts: Counts | null = null;
  #reactions: Record<string, number> = {};

  count(counts: Counts): void {
    this.#counts = this.#said && isSame(this.#said, counts) ? null : counts;
  }

  react(reactions: Record<string, number>): void {
    for (const [reaction, count] of Object.entries(reactions)) {
      this.#reactions[reaction] = (this.#reactions[reaction] ?? 0) + count;
    }
  }

  get waits(): boolean {
    return this.#counts !== null || Object.keys(this.#reactions).length > 0;
  }

  /** Takes what was collected; whatever comes from now on is of the next message. */
  take(): PassingAnnouncement {
    const counts = this.#counts;
    const reactions = this.#reactions;
    this.#said = counts ?? this.#said;
    this.#counts = null;
    this.#reactions = {};
    return {
      ...(counts && { counts }),
      ...(Object.keys(reactions).length > 0 && { reactions }),
    };
  }

  /** What was taken and could not be sent. */
  giveBack({ counts, reactions = {} }: PassingAnnouncement): void {
    this.#said = counts ? null : this.#said;
    this.#counts ??= counts ?? null;
    this.react(reactions);
  }
}

const isSame = (one: Counts, other: Counts): boolean =>
  one.openSeats === other.openSeats && one.audience === other.audience && one.followed === other.followed;
