import { FOUND_OF_EACH } from "@/lib/domain/search/search-kind";
import { hotPool } from "@/lib/server/postgres/db";
import { onceALook } from "./once-a-look";
import type { Term, Terms } from "./read-terms";
import { beginning, exactly, type NearWord, nearWords, rangeOf, type WordRange, type WordTable } from "./word-ranges";

/** What a hit is worth, times the weight of the place that it stands in. */
const WORTH = { whole: 1, stem: 0.8, begins: 0.7, part: 0.4, near: 0.3 } as const;

/** The tables that say how much a word is worth where it stands. */
type WorthTable = Exclude<WordTable, "person_word">;

/** Fewer letters stand within too many words. */
const LETTERS_OF_A_PART = 3;
const MOST_PARTS = 40;

/** Of one range. More rooms than that are never live with one word. */
const HITS = 2_000;

/** A range of words for the sought word at `place`. */
type Asked = WordRange & { place: number; worth: number };

/** How a room, a show or a club is looked for: what to bind, from $2 on, and the words that could have been meant, none at first. */
export type WordHits = { values: unknown[]; near: NearWord[][] };

/**
 * Rooms, shows or clubs by their words, as a part of a statement: `hit` (id, worth), of all that have every sought word. `$2` to `$6`
 * are the values of WordHits. `least`: the smallest weight that counts.
 */
export const hitsSql = (table: WorthTable, idColumn: string, least = 1): string => `
asked AS MATERIALIZED (SELECT * FROM unnest($2::text[], $3::text[], $4::int[], $5::real[]) AS a(from_word, until_word, place, worth)),
hit AS (
  SELECT m.id, sum(m.worth) AS worth FROM (
    SELECT w.${idColumn} AS id, a.place, max(a.worth * w.weight) AS worth
    FROM asked a CROSS JOIN LATERAL (
      SELECT x.${idColumn}, x.weight FROM ${table} x
      WHERE x.word >= a.from_word AND x.word < a.until_word AND x.weight >= ${least} ORDER BY x.word LIMIT ${HITS}) w
    GROUP BY 1, 2) m
  GROUP BY m.id HAVING count(*) = $6)`;

/**
 * Asks for all that have the sought words as they were typed, by their beginning, their stem, or within a compound: "zug" in "Nachtzug".
 * Where fewer than FOUND_OF_EACH are found, asks also for those that could have been meant, if any word is near.
 */
export async function askByWords<Found>(
  table: WorthTable,
  look: Terms,
  ask: (hits: WordHits) => Promise<Found[]>,
): Promise<Found[]> {
  const telling = look.terms.filter(({ says }) => says);
  const sought = telling.length > 0 ? telling : look.terms;
  const words = sought.map(({ word }) => word);
  const parts = await onceALook(look, `parts ${table}`, () => partsOf(table, words));
  const found = await ask(hitsOf(sought, parts, []));
  if (found.length >= FOUND_OF_EACH) return found;
  const near = await onceALook(look, `near ${table}`, () => nearOf(table, sought, parts));
  return near.some((some) => some.length > 0) ? ask(hitsOf(sought, parts, near)) : found;
}

/**
 * The words that could have been meant, of each; of none where one of them stands nowhere and is near to nothing: without it nothing is found,
 * and most of what somebody looks for is a person.
 */
async function nearOf(table: WorthTable, sought: readonly Term[], parts: readonly string[][]): Promise<NearWord[][]> {
  const isNowhere = ({ word, stems }: Term, place: number): boolean =>
    word.length >= LETTERS_OF_A_PART && (parts[place] ?? []).length === 0 && stems.every((stem) => stem === word);
  const lost = sought.filter(isNowhere);
  const near = new Map<string, NearWord[]>();
  for (const { word } of lost) {
    const [meant = []] = await nearWords(table, [word]);
    if (meant.length === 0) return [];
    near.set(word, meant);
  }
  const others = sought.map(({ word }) => word).filter((word) => !near.has(word));
  const nearOthers = await nearWords(table, others);
  for (const [place, word] of others.entries()) near.set(word, nearOthers[place] ?? []);
  return sought.map(({ word }) => near.get(word) ?? []);
}

function hitsOf(sought: readonly Term[], parts: readonly string[][], near: NearWord[][]): WordHits {
  const asked = sought.flatMap(({ word, stems }, place): Asked[] => [
    { ...exactly(word), place, worth: WORTH.whole },
    { ...beginning(word), place, worth: WORTH.begins },
    ...stems.map((stem) => ({ ...exactly(stem), place, worth: WORTH.stem })),
    ...(parts[place] ?? []).map((part) => ({ ...exactly(part), place, worth: WORTH.part })),
    ...(near[place] ?? []).map((one) => ({ ...rangeOf(one), place, worth: WORTH.near })),
  ]);
  const columns = [
    asked.map(({ from }) => from),
    asked.map(({ until }) => until),
    asked.map(({ place }) => place),
    asked.map(({ worth }) => worth),
  ];
  return { values: [...columns, sought.length], near };
}

/** The words that hold each of these, by their trigrams. Words are letters and figures: LIKE takes none of them for a sign. */
async function partsOf(table: WorthTable, words: readonly string[]): Promise<string[][]> {
  const long = words.filter((word) => word.length >= LETTERS_OF_A_PART);
  if (long.length === 0) return words.map(() => []);
  const { rows } = await hotPool().query<{ sought: string; word: string }>({
    name: `word-parts-${table}`,
    text: `
SELECT s.sought, p.word FROM unnest($1::text[]) AS s(sought) CROSS JOIN LATERAL (
  SELECT DISTINCT w.word FROM ${table} w WHERE w.word LIKE '%' || s.sought || '%' LIMIT ${MOST_PARTS}) p`,
    values: [long],
  });
  return words.map((word) => rows.filter(({ sought }) => sought === word).map((row) => row.word));
}
