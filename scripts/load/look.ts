import { type Counters, type Heard, heardBetween, judge, type Verdict } from "./judge";
import type { Person } from "./person";

/** What one person made of the time since the look before. */
export type Window = { person: Person; heard: Heard; verdict: Verdict };

/** Windows that count begin with the second one of a connection. */
const FIRST_READS = 2;

/** Judges everyone against the best served of their hall, and notes the new counters. */
export function look(people: Iterable<Person>, counters: ReadonlyMap<number, Counters>): Window[] {
  const heard: { person: Person; heard: Heard }[] = [];
  for (const person of people) {
    const now = counters.get(person.number);
    if (person.at !== "in" || !now) continue;
    if (person.last && person.reads >= FIRST_READS) heard.push({ person, heard: heardBetween(person.last, now) });
    person.last = now;
    person.reads++;
  }
  const most = new Map<string, number>();
  for (const each of heard) {
    const hall = hallOf(each.person);
    most.set(hall, Math.max(most.get(hall) ?? 0, each.heard.packetsPerSecond));
  }
  return heard.map((each) => ({ ...each, verdict: judge(each.heard, most.get(hallOf(each.person)) ?? 0) }));
}

const hallOf = (person: Person): string => person.hall?.roomId ?? "";
