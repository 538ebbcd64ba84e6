/** A chart has so many stretches at most: as fine as a screen can show, and as many rows as a question about it can answer. */
const MOST_STRETCHES = 120;

const SECOND_MS = 1_000;

/** A time cut into `count` stretches of `stepMs` each, whole seconds; the last one may reach beyond `to`. */
export type Stretches = { from: Date; to: Date; stepMs: number; count: number };

export function stretchesOf(from: Date, to: Date): Stretches {
  const lengthMs = Math.max(1, to.getTime() - from.getTime());
  const stepMs = Math.ceil(lengthMs / MOST_STRETCHES / SECOND_MS) * SECOND_MS;
  return { from, to, stepMs, count: Math.ceil(lengthMs / stepMs) };
}

/** Where each stretch begins. */
const beginnings = ({ from, stepMs, count }: Stretches): Date[] =>
  Array.from({ length: count }, (_, index) => new Date(from.getTime() + index * stepMs));

/** A stretch, counted from 0, in which somebody came or went: the most at once after any of it, and how many after all of it. */
export type Changed = { index: number; most: number; last: number };

export type PeopleAtOnce = { at: Date; people: number };

/**
 * The most people at once within each stretch: who was there when it began counts, and where nothing changed it is as before.
 * `changed`: in their order. One more point at the end says how long the last stretch lasts.
 */
export function peopleAtOnce(stretches: Stretches, changed: readonly Changed[]): PeopleAtOnce[] {
  const byIndex = new Map(changed.map((one) => [one.index, one]));
  let here = 0;
  const points = beginnings(stretches).map((at, index) => {
    const change = byIndex.get(index);
    const people = Math.max(here, change?.most ?? 0);
    here = change?.last ?? here;
    return { at, people };
  });
  return [...points, { at: stretches.to, people: points.at(-1)?.people ?? 0 }];
}

/** How many were added in a stretch. */
export type Added<Name extends string> = { index: number } & Record<Name, number>;

/** The same added up: a point for the beginning, at which there were none, and how many there were at each stretch's end. */
export function addedUp<Name extends string>(
  { from, to, stepMs, count }: Stretches,
  added: readonly Added<Name>[],
  names: readonly Name[],
): ({ at: Date } & Record<Name, number>)[] {
  const sums = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  const byIndex = new Map(added.map((one) => [one.index, one]));
  const points = [{ at: from, ...sums }];
  for (let index = 0; index < count; index++) {
    for (const name of names) sums[name] += byIndex.get(index)?.[name] ?? 0;
    points.push({ at: new Date(Math.min(from.getTime() + (index + 1) * stepMs, to.getTime())), ...sums });
  }
  return points;
}
