import { concealedShare, isClean, lostShare } from "./judge";
import type { Person } from "./person";

/** A join that takes longer is a late one. */
const LATE_MS = 2_000;

type HallFigures = {
  hall: number;
  roomId: string;
  listeners: number;
  /** Heard all of what was said, as judge.ts means it. */
  clean: number;
  lostPercent: number;
  concealedPercent: number;
};

export type Figures = {
  asked: number;
  /** In while everyone listened; `torn` of them lost their connection. */
  listeners: number;
  /** Those to whom somebody spoke while they were looked at. */
  spokenTo: number;
  clean: number;
  torn: number;
  /** Listeners who had a window of two seconds in which less than half came. */
  silentListeners: number;
  longestSilenceSeconds: number;
  lostPercent: number;
  concealedPercent: number;
  /** How long sound waited in the listener's buffer, on average and for the worst twentieth. */
  bufferMs: number;
  bufferP95Ms: number;
  doorP50Ms: number;
  doorP95Ms: number;
  joinP50Ms: number;
  joinP95Ms: number;
  lateJoins: number;
  /** Those who did not come in, by the door's or the connection's word. */
  notIn: Record<string, number>;
  halls: HallFigures[];
};

/** What the run came to. Whoever heard nobody speak is a listener and not a clean one. Pure. */
export function sumUp(people: readonly Person[], windowSeconds: number): Figures {
  const heard = people.filter((person) => person.tally.windows > 0);
  const here = people.filter((person) => person.at === "in" || person.tally.windows > 0);
  const came = people.filter((person) => person.hall !== null);
  const buffers = heard.map(({ tally }) => tally.waitedMs / Math.max(1, tally.playedSamples));
  const joins = came.flatMap((person) => (person.soundMs === null ? [] : [person.soundMs]));
  const doors = came.map((person) => person.doorMs);
  const notIn: Record<string, number> = {};
  for (const { why, hall } of people) if (why && !hall) notIn[why.code] = (notIn[why.code] ?? 0) + 1;
  return {
    asked: people.length,
    listeners: here.length,
    spokenTo: heard.length,
    clean: heard.filter(heardCleanly).length,
    torn: people.filter((person) => person.at === "torn").length,
    silentListeners: heard.filter((person) => person.tally.silentWindows > 0).length,
    longestSilenceSeconds: Math.max(0, ...heard.map((person) => person.tally.longestSilence)) * windowSeconds,
    ...sharesOf(heard),
    bufferMs: rounded(percentile(buffers, 0.5)),
    bufferP95Ms: rounded(percentile(buffers, 0.95)),
    doorP50Ms: rounded(percentile(doors, 0.5)),
    doorP95Ms: rounded(percentile(doors, 0.95)),
    joinP50Ms: rounded(percentile(joins, 0.5)),
    joinP95Ms: rounded(percentile(joins, 0.95)),
    lateJoins: joins.filter((ms) => ms > LATE_MS).length,
    notIn,
    halls: hallsOf(here),
  };
}

function hallsOf(here: Person[]): HallFigures[] {
  const byRoom = new Map<string, Person[]>();
  for (const person of here) {
    const roomId = person.hall?.roomId ?? "";
    byRoom.set(roomId, [...(byRoom.get(roomId) ?? []), person]);
  }
  const halls = [...byRoom].map(([roomId, people]) => ({
    hall: people[0]?.hall?.number ?? 0,
    roomId,
    listeners: people.length,
    clean: people.filter(heardCleanly).length,
    ...sharesOf(people),
  }));
  return halls.sort((one, other) => one.hall - other.hall);
}

const heardCleanly = ({ at, tally }: Person): boolean =>
  at === "in" && tally.windows > 0 && tally.silentWindows === 0 && isClean(tally);

function sharesOf(people: Person[]) {
  const all = { received: 0, lost: 0, concealedMs: 0 };
  for (const { tally } of people) {
    all.received += tally.received;
    all.lost += tally.lost;
    all.concealedMs += tally.concealedMs;
  }
  return { lostPercent: rounded(lostShare(all) * 100, 2), concealedPercent: rounded(concealedShare(all) * 100, 2) };
}

/** 0 where there is nothing to choose from. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const rounded = (figure: number, digits = 0): number => Number(figure.toFixed(digits));
