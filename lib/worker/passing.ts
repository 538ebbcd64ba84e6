import type { PassingAnnouncement } from "@/lib/wire/rooms/announcements";

type Counts = NonNullable<PassingAnnouncement["counts"]>;
type Family = NonNullable<PassingAnnouncement["family"]>;

/** The passing news of one room, collected until its next message: sums, never a queue. */
export class Passing {
  #said: Counts | null = null;
  #counts: Counts | null = null;
  #familySaid = "";
  #family: Family | null = null;
  #reactions: Record<string, number> = {};

  count(counts: Counts): void {
    this.#counts = this.#said && isSame(this.#said, counts) ? null : counts;
  }

  /** The state of the family, where the room belongs to one. */
  countFamily(family: Family | null): void {
    this.#family = JSON.stringify(family) === this.#familySaid ? null : family;
  }

  react(reactions: Record<string, number>): void {
    for (const [reaction, count] of Object.entries(reactions)) {
      this.#reactions[reaction] = (this.#reactions[reaction] ?? 0) + count;
    }
  }

  get waits(): boolean {
    return this.#counts !== null || this.#family !== null || Object.keys(this.#reactions).length > 0;
  }

  /** Takes what was collected; later news goes into the next message. */
  take(): PassingAnnouncement {
    const counts = this.#counts;
    const family = this.#family;
    const reactions = this.#reactions;
    if (family) this.#familySaid = JSON.stringify(family);
    this.#said = counts ?? this.#said;
    this.#counts = null;
    this.#family = null;
    this.#reactions = {};
    return {
      ...(counts && { counts }),
      ...(family && { family }),
      ...(Object.keys(reactions).length > 0 && { reactions }),
    };
  }

  /** Puts back what was taken and could not be sent. */
  giveBack({ counts, family, reactions = {} }: PassingAnnouncement): void {
    this.#said = counts ? null : this.#said;
    this.#counts ??= counts ?? null;
    this.#familySaid = family ? "" : this.#familySaid;
    this.#family ??= family ?? null;
    this.react(reactions);
  }
}

const isSame = (one: Counts, other: Counts): boolean =>
  one.openSeats === other.openSeats && one.audience === other.audience && one.followed === other.followed;
