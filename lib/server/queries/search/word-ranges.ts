import { withOneMistake } from "@/lib/domain/search/one-mistake";
import { hotPool } from "@/lib/server/postgres/db";

/** The tables of words; each has a row for every word of something. */
export type WordTable = "person_word" | "room_word" | "show_word" | "club_word";

/** Words from `from` up to `until`, without it, in the order of their bytes. */
export type WordRange = { from: string; until: string };

/** No word has a character beyond it. */
const LAST = "\u{10ffff}";
/** Nor one before it. */
const FIRST = "\u0001";

export const beginning = (word: string): WordRange => ({ from: word, until: word + LAST });

export const exactly = (word: string): WordRange => ({ from: word, until: word + FIRST });

/** One pattern for any of these ranges, of which a word is asked once. Words are letters and figures, and none of them a sign there. */
export const patternOf = (ranges: readonly WordRange[]): string =>
  `^(?:${ranges.map(({ from, until }) => (until.endsWith(LAST) ? from : `${from}$`)).join("|")})`;

/** So many letters have to be right before it is worth guessing how a mistaken word goes on. */
const LETTERS_OF_A_BEGINNING = 5;

/** What was most likely meant is among the first. */
const MOST_NEAR = 24;

/** A word that something is found by and that one mistake turns into the typed one. `whole`: there it ends. */
export type NearWord = { word: string; whole: boolean };

/**
 * For each typed word those words that could have been meant, whole ones first. A mistaken word is a few hundred others at most:
 * each is looked up by the index, which takes some thousandths of a millisecond.
 */
export async function nearWords(table: WordTable, typed: readonly string[]): Promise<NearWord[][]> {
  const meant = typed.flatMap((word, place) => withOneMistake(word).map((one) => ({ one, place })));
  if (meant.length === 0) return typed.map(() => []);
  const { rows } = await hotPool().query<{ word: string; place: number; whole: boolean; begins: boolean }>({
    name: `near-words-${table}`,
    text: `
SELECT m.word, m.place, m.whole, m.begins FROM (
  SELECT n.word, n.place, EXISTS (SELECT FROM ${table} w WHERE w.word = n.word) AS whole,
    length(n.word) >= ${LETTERS_OF_A_BEGINNING} AND EXISTS (SELECT FROM ${table} w WHERE w.word >= n.word AND w.word < n.word || $3::text) AS begins
  FROM unnest($1::text[], $2::int[]) AS n(word, place)) m WHERE m.whole OR m.begins ORDER BY m.whole DESC, m.word`,
    values: [meant.map(({ one }) => one), meant.map(({ place }) => place), LAST],
  });
  return typed.map((_, place) =>
    rows
      .filter((row) => row.place === place)
      .slice(0, MOST_NEAR)
      .map(({ word, whole }) => ({ word, whole })),
  );
}

/** The words to look for where that one could have been meant. */
export const rangeOf = ({ word }: NearWord): WordRange =>
  word.length >= LETTERS_OF_A_BEGINNING ? beginning(word) : exactly(word);
