import { Group } from "./group";
import type { Counters } from "./judge";
import type { Target } from "./listener";
import type { Told } from "./messages";
import { newTally, type Person } from "./person";

/** A process that does not answer by then is counted as silent for this look. */
const SAMPLE_WITHIN_MS = 4_000;

/** Everyone who shall listen, and the processes they listen in. */
export class Crowd {
  readonly people: Person[];
  readonly #groups: Group[] = [];
  readonly #heard = new Map<number, { waiting: number; counters: Map<number, Counters>; done: () => void }>();
  readonly #processorMs = new Map<Group, number>();
  #samples = 0;
  #stopping = false;
  /** Until when the door asked to be left alone, by `performance.now()`. */
  doorBackAtMs = 0;
  /** Refusals one after another that asking again would not change. */
  refusedInRow = 0;
  seatsLeft = 0;
  crashed = 0;
  /** The longest line in which one of them stood. */
  farthestPlace = 0;
  readonly #target: Target;
  readonly #groupSize: number;

  constructor(target: Target, tokens: string[], listeners: number, groupSize: number) {
    this.#target = target;
    this.#groupSize = groupSize;
    this.people = Array.from({ length: listeners }, (_, number) => ({
      number,
      token: tokens[number] ?? "",
      at: "outside",
      hall: null,
      doorMs: 0,
      soundMs: null,
      why: null,
      last: null,
      reads: 0,
      tally: newTally(),
    }));
  }

  count = (at: Person["at"]): number => this.people.filter((person) => person.at === at).length;

  /** Sends so many in, evenly over `overMs`. */
  sendIn(count: number, overMs: number): void {
    const next = this.people.filter((person) => person.at === "outside").slice(0, count);
    for (const [place, person] of next.entries()) {
      person.at = "coming";
      const group = this.#groupFor(person.number);
      group.order({ do: "join", number: person.number, token: person.token, afterMs: (place * overMs) / count });
    }
  }

  /** What came to everyone up to now; whoever did not answer in time is not in it. */
  async sample(): Promise<ReadonlyMap<number, Counters>> {
    const groups = this.#groups.filter((group) => !group.gone);
    if (groups.length === 0) return new Map();
    const sample = ++this.#samples;
    const counters = new Map<number, Counters>();
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, SAMPLE_WITHIN_MS);
      const done = () => {
        clearTimeout(late);
        resolve();
      };
      this.#heard.set(sample, { waiting: groups.length, counters, done });
      for (const group of groups) group.order({ do: "sample", sample });
    });
    this.#heard.delete(sample);
    return counters;
  }

  /** Lets those who came last go, so that `keep` stay. */
  release(keep: number): void {
    const leaving = this.people.filter((person) => person.at === "in").slice(keep);
    for (const person of leaving) person.at = "released";
    const left = new Set(leaving.map((person) => person.number));
    for (const group of this.#groups) {
      const numbers = [...group.numbers].filter((number) => left.has(number));
      if (numbers.length > 0) group.order({ do: "release", numbers });
    }
  }

  /** Processor time that listening has taken so far, in all its processes. */
  listeningMs = (): number => [...this.#processorMs.values()].reduce((sum, each) => sum + each, 0);

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#groups.map((group) => group.stop()));
  }

  #groupFor(number: number): Group {
    const free = this.#groups.find((group) => !group.gone && group.numbers.size < this.#groupSize);
    const group = free ?? this.#openGroup();
    group.numbers.add(number);
    return group;
  }

  #openGroup(): Group {
    const group: Group = new Group(
      this.#target,
      (told) => this.#take(group, told),
      () => this.#lose(group),
    );
    this.#groups.push(group);
    return group;
  }

  #take(group: Group, told: Told): void {
    if (told.told === "heard") {
      this.#takeSample(group, told);
      return;
    }
    if (told.told === "released") {
      this.seatsLeft += told.seatsLeft;
      for (const number of told.numbers) group.numbers.delete(number);
      return;
    }
    if (told.told === "line") {
      this.farthestPlace = Math.max(this.farthestPlace, told.place);
      return;
    }
    const person = this.people[told.number];
    if (!person) return;
    if (told.told === "in") {
      Object.assign(person, { at: "in", hall: told.hall, doorMs: told.doorMs, soundMs: told.soundMs });
      this.refusedInRow = 0;
    } else if (told.told === "torn") {
      if (person.at === "in") person.at = "torn";
    } else {
      group.numbers.delete(told.number);
      this.#turnAway(person, told.why);
    }
  }

  #turnAway(person: Person, why: NonNullable<Person["why"]>): void {
    person.why = why;
    person.at = why.retryAfterSeconds === null ? "refused" : "outside";
    if (why.retryAfterSeconds !== null) {
      this.doorBackAtMs = Math.max(this.doorBackAtMs, performance.now() + why.retryAfterSeconds * 1_000);
    } else if (why.at === "door") this.refusedInRow++;
  }

  #takeSample(group: Group, told: Extract<Told, { told: "heard" }>): void {
    this.#processorMs.set(group, told.processorMs);
    const heard = this.#heard.get(told.sample);
    if (!heard) return;
    for (const [number, counters] of told.counters) heard.counters.set(number, counters);
    if (--heard.waiting === 0) heard.done();
  }

  /** Their seats end by their leases. */
  #lose(group: Group): void {
    if (this.#stopping) return;
    this.crashed++;
    for (const number of group.numbers) {
      const person = this.people[number];
      if (person?.at === "in" || person?.at === "coming") person.at = "torn";
    }
  }
}
