/** One look at the sound: whether the person's own microphone hears something, and whether others are played. */
type Look = { own: boolean; others: boolean };

/** How often to look, in ms. */
export const LOOK_EVERY_MS = 80;

/** The way from a loudspeaker into the microphone beside it is short; a person who answers takes longer. */
const FOLLOWS_WITHIN = Math.ceil(400 / LOOK_EVERY_MS);
/** The browser tells what it plays a moment later than what the microphone hears. */
const LEADS_BY = Math.ceil(250 / LOOK_EVERY_MS);
/** Judged by the last half minute. */
const REMEMBERED = Math.ceil(30_000 / LOOK_EVERY_MS);
const OFTEN = 4;

type Event = { at: number; kind: "followed" | "missed" | "own" };

/**
 * Finds out that played sound comes back through the person's own microphone: it begins each time others begin, and it
 * never does by itself. People who talk with each other begin by themselves.
 */
export class EchoJudge {
  #at = 0;
  #last: Look = { own: false, others: false };
  #othersBeganAt: number | null = null;
  #ownBeganAt: number | null = null;
  #events: Event[] = [];

  /** Answers whether there is an echo by now. */
  note(look: Look): boolean {
    this.#at++;
    if (look.others && !this.#last.others) this.#othersBegin(this.#last.own);
    if (look.own && !this.#last.own) this.#ownBegins();
    this.#settleWhatIsOverdue();
    this.#last = look;
    this.#events = this.#events.filter(({ at }) => this.#at - at < REMEMBERED);
    const count = (kind: Event["kind"]): number => this.#events.filter((event) => event.kind === kind).length;
    return count("followed") >= OFTEN && count("missed") <= 1 && count("own") === 0;
  }

  #othersBegin(ownIsOn: boolean): void {
    if (this.#ownBeganAt !== null) this.#write("followed");
    else if (!ownIsOn) this.#othersBeganAt = this.#at;
    this.#ownBeganAt = null;
  }

  #ownBegins(): void {
    if (this.#othersBeganAt !== null) this.#write("followed");
    else this.#ownBeganAt = this.#at;
    this.#othersBeganAt = null;
  }

  #settleWhatIsOverdue(): void {
    if (this.#othersBeganAt !== null && this.#at - this.#othersBeganAt > FOLLOWS_WITHIN) {
      this.#write("missed");
      this.#othersBeganAt = null;
    }
    if (this.#ownBeganAt !== null && this.#at - this.#ownBeganAt > LEADS_BY) {
      this.#write("own");
      this.#ownBeganAt = null;
    }
  }

  #write(kind: Event["kind"]): void {
    this.#events.push({ at: this.#at, kind });
  }
}
