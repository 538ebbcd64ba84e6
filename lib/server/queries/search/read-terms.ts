import { cleanText } from "@/lib/domain/text/clean-text";
import { hotPool } from "@/lib/server/postgres/db";

/** Words beyond these narrow nothing down that the first have not. */
const MOST_WORDS = 6;

/** A word of what is sought. `stems`: without its endings, German and English. `says`: false for "the" and "und", which may be missing. */
export type Term = { word: string; stems: string[]; says: boolean };

/** What is sought, as the database folds it: `whole`, with the signs between its words, and its words. */
export type Terms = { whole: string; handle: string; terms: Term[] };

/** Postgres folds what is typed, so that it is folded just as what is stored. */
const TERMS_SQL = `
SELECT search_fold($1) AS whole, coalesce((
  SELECT json_agg(json_build_object('word', t.word, 'stems', search_stems(t.word),
    'says', ts_lexize('pg_catalog.german_stem', t.word) <> '{}' AND ts_lexize('pg_catalog.english_stem', t.word) <> '{}'))
  FROM (SELECT word FROM unnest(search_words($1)) AS word ORDER BY length(word) DESC, word LIMIT ${MOST_WORDS}) t), '[]') AS terms`;

/** Null where nothing is sought that something could be found by. */
export async function readTerms(typed: string): Promise<Terms | null> {
  const sought = cleanText(typed).replace(/^@/, "");
  const { rows } = await hotPool().query<{ whole: string; terms: Term[] }>({
    name: "search-terms",
    text: TERMS_SQL,
    values: [sought],
  });
  const { whole = "", terms = [] } = rows[0] ?? {};
  return terms.length === 0 ? null : { whole, handle: sought.toLowerCase(), terms };
}
