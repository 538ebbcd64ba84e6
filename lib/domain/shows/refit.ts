/** Recurrences further apart are not the same one at another hour: it is called off, and another is new. */
const SAME_WITHIN_MS = 4 * 24 * 60 * 60_000;

/** What becomes of the planned recurrences when a rhythm changes. `pairs`: each is this one of the new rhythm from now on. */
export type Refit = { pairs: { from: string; to: string }[]; gone: string[] };

/**
 * Which recurrence of a new rhythm each planned one becomes, so that who asked to be told of one is told that it is moved. A time that
 * both name stays. The others in their order become the nearest one that is free, if it is less than four days away, so that a Sunday can become a Thursday. `planned`, `fresh`: keys,
 * local times as `2026-12-06T21:00`, the earliest first.
 */
export function refit(planned: readonly string[], fresh: readonly string[]): Refit {
  const stays = new Set(planned.filter((key) => fresh.includes(key)));
  const free = fresh.filter((key) => !stays.has(key));
  const pairs = [...stays].map((key) => ({ from: key, to: key }));
  const gone: string[] = [];
  for (const from of planned) {
    if (stays.has(from)) continue;
    const [nearest] = free.toSorted((one, other) => apartMs(one, from) - apartMs(other, from));
    if (nearest === undefined || apartMs(nearest, from) >= SAME_WITHIN_MS) {
      gone.push(from);
      continue;
    }
    pairs.push({ from, to: nearest });
    free.splice(0, free.indexOf(nearest) + 1);
  }
  return { pairs, gone };
}

/** The same where all of them are moved alike: the first becomes the first, the second the second. */
export const refitInOrder = (planned: readonly string[], fresh: readonly string[]): Refit => ({
  pairs: planned.slice(0, fresh.length).map((from, place) => ({ from, to: fresh[place] ?? from })),
  gone: planned.slice(fresh.length),
});

/** Of two local times by the same clocks. */
const apartMs = (one: string, other: string): number => Math.abs(Date.parse(`${one}Z`) - Date.parse(`${other}Z`));
