/**
 * Where something stands among what was found; less comes first, the first difference decides. `tier`: 0 is the handle itself, 1 begins
 * with what is sought, 2 holds its words, 3 does so but for a mistake. `known`: 0 where I follow them. `unlike`: how little its words are
 * those that are sought. `size`: followers, or people in a room, counted down from nought.
 */
export type Rank = readonly [tier: number, known: number, unlike: number, size: number, id: string];

export type Ranked<Found> = { rank: Rank; found: Found };

/** How much one of the sought words is like those that somebody is found by. */
const LIKENESS = { whole: 3, begins: 2, wholeButForAMistake: 1, beginsButForAMistake: 0 } as const;

/** What is sought: as a whole, and by its words, all folded. `near`: for each word, those that could have been meant. */
export type Sought = { whole: string; words: readonly string[]; near: readonly ReadonlySet<string>[] };

/** Which tier folded texts are in, and how little they are like it. Pure. */
export function likeness(sought: Sought, texts: readonly string[]): { tier: number; unlike: number } {
  const words = texts.flatMap((text) => wordsOf(text));
  const each = sought.words.map((word, place) => likenessOf(word, sought.near[place] ?? new Set(), words));
  const unlike = each.reduce<number>((sum, one) => sum + LIKENESS.whole - one, 0);
  if (texts.some((text) => text.startsWith(sought.whole))) return { tier: 1, unlike };
  return { tier: each.every((one) => one >= LIKENESS.begins) ? 2 : 3, unlike };
}

function likenessOf(sought: string, near: ReadonlySet<string>, words: readonly string[]): number {
  if (words.includes(sought)) return LIKENESS.whole;
  if (words.some((word) => word.startsWith(sought))) return LIKENESS.begins;
  return words.some((word) => near.has(word)) ? LIKENESS.wholeButForAMistake : LIKENESS.beginsButForAMistake;
}

/** The words of a folded text. */
const wordsOf = (folded: string): string[] => folded.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);

/** For `toSorted`. */
function compareRanks(one: Rank, other: Rank): number {
  for (const [place, mine] of one.entries()) {
    const theirs = other[place] as typeof mine;
    if (mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return 0;
}

/** A page of what was found, in order, behind the rank that `after` names; `next` names where the following one begins. */
export function pageOf<Found>(all: readonly Ranked<Found>[], size: number, after: string | null) {
  const from = after === null ? null : readKey(after);
  const ordered = all.toSorted((one, other) => compareRanks(one.rank, other.rank));
  const left = from ? ordered.filter(({ rank }) => compareRanks(rank, from) > 0) : ordered;
  const shown = left.slice(0, size);
  const last = shown.at(-1);
  return { found: shown.map(({ found }) => found), next: last && left.length > size ? last.rank.join(".") : null };
}

/** Null for what no page ever named: then it begins at the first. */
function readKey(key: string): Rank | null {
  const read = /^(\d)\.(\d)\.(\d{1,3})\.(-?\d{1,9})\.(.{1,200})$/su.exec(key);
  if (!read) return null;
  const [, tier, known, unlike, size, id = ""] = read;
  return [Number(tier), Number(known), Number(unlike), Number(size), id];
}
