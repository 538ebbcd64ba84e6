import { likeness, type Ranked, type Sought } from "@/lib/domain/search/rank";
import { FOUND_OF_EACH } from "@/lib/domain/search/search-kind";
import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import { hotPool } from "@/lib/server/postgres/db";
import { followersSql } from "@/lib/server/queries/people/follow-counts";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { PersonFound } from "@/lib/wire/search/views";
import type { Terms } from "./read-terms";
import { beginning, type NearWord, nearWords, patternOf, rangeOf, type WordRange } from "./word-ranges";

/**
 * A look costs so much at most, however many are called that: of so many with a word the first are looked at, and of those I follow so
 * many, where that is not everybody.
 */
const LOOKED_AT = 1_000;
const CANDIDATES = 160;
/** Said to the planner, which would else read the whole table of people rather than look each of them up. */
const MOST_CANDIDATES = 800;
/**
 * Of a word that could have been meant; of all such words together, which are two dozen at most and each may be many people's. Beside further
 * words each of those people is looked up by itself, and fewer are.
 */
const NEAR_LOOKED_AT = 400;
const ALL_NEAR_LOOKED_AT = 3_000;
const ALL_NEAR_LOOKED_UP = 1_500;
const NEAR_CANDIDATES = 20;
const FOLLOWED_LOOKED_AT = 500;

/** Beyond, more followers say nothing about who is meant. */
const FOLLOWERS_COUNTED = 1_000;

const COUNT_SQL = `
SELECT (SELECT count(*) FROM (SELECT FROM person_word w WHERE w.word >= a.from_word AND w.word < a.until_word LIMIT ${LOOKED_AT}) c)::int AS people
FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS a(from_word, until_word, place) ORDER BY a.place`;

/** Whether somebody, an SQL expression, has for each of these patterns, an SQL expression, a word that it stands for. */
const hasAll = (personId: string, patterns: string): string => `
NOT EXISTS (SELECT FROM unnest(${patterns}) AS pattern
  WHERE NOT EXISTS (SELECT FROM person_word o WHERE o.person_id = ${personId} AND o.word ~ pattern))`;

/**
 * By the rarest of the words, whole ones before those that only begin with it, and among the first of those whom I follow. `handle`, the very one, is
 * among them whatever else is. $6: the patterns of all words, $7: of those beside the rarest.
 */
const FOUND_SQL = `
WITH candidate AS MATERIALIZED (
  SELECT w.person_id FROM unnest($2::text[], $3::text[], $4::int[], $5::int[]) AS d(from_word, until_word, most, looked_at)
  CROSS JOIN LATERAL (
    SELECT s.person_id FROM (
      SELECT x.person_id FROM person_word x WHERE x.word >= d.from_word AND x.word < d.until_word
      ORDER BY x.word, x.person_id LIMIT d.looked_at) s
    WHERE ${hasAll("s.person_id", "$7::text[]")}
    LIMIT d.most) w
  UNION
  SELECT f.followee_id FROM (SELECT followee_id FROM follow WHERE follower_id = $1::uuid AND $8 LIMIT ${FOLLOWED_LOOKED_AT}) f
  WHERE ${hasAll("f.followee_id", "$6::text[]")}
  UNION
  SELECT h.id FROM person h WHERE h.handle = $9
  LIMIT ${MOST_CANDIDATES})
SELECT ${FACE_SQL}, search_fold(p.name) AS "foldedName", search_fold(p.handle) AS "foldedHandle",
  EXISTS (SELECT FROM follow f WHERE f.follower_id = $1::uuid AND f.followee_id = p.id) AS "followedByMe",
  least(${followersSql("p.id")}, ${FOLLOWERS_COUNTED}) AS followers
FROM candidate n JOIN person p ON p.id = n.person_id WHERE ${personVisibleSql("$1::uuid")}`;

type FoundRow = FaceRow & {
  foldedName: string;
  foldedHandle: string | null;
  followedByMe: boolean;
  followers: number;
};

/** Members whom the caller may know of, by name or handle. Where only few are called that, also those that could have been meant. */
export async function findPeople(caller: Onlooker, { whole, handle, terms }: Terms): Promise<Ranked<PersonFound>[]> {
  const words = terms.map(({ word }) => word);
  const ranges = words.map(beginning);
  const { rows } = await hotPool().query<{ people: number }>({
    name: "search-people-count",
    text: COUNT_SQL,
    values: [ranges.map(({ from }) => from), ranges.map(({ until }) => until)],
  });
  const counts = rows.map(({ people }) => people);
  const rarest = counts.indexOf(Math.min(...counts));
  const ask = async (near: NearWord[][]): Promise<Ranked<PersonFound>[]> => {
    const patterns = words.map((word, place) => patternOf([beginning(word), ...(near[place] ?? []).map(rangeOf)]));
    const first = words[rarest] ?? "";
    const guesses = near[rarest] ?? [];
    const ofAll = words.length > 1 ? ALL_NEAR_LOOKED_UP : ALL_NEAR_LOOKED_AT;
    const lookedAt = Math.min(NEAR_LOOKED_AT, Math.floor(ofAll / guesses.length));
    const drivers: (WordRange & { most: number; lookedAt: number })[] = [
      { ...beginning(first), most: CANDIDATES, lookedAt: LOOKED_AT },
      ...guesses.map((one) => ({ ...rangeOf(one), most: NEAR_CANDIDATES, lookedAt })),
    ];
    const found = await hotPool().query<FoundRow>({
      name: "search-people",
      text: FOUND_SQL,
      values: [
        caller?.id ?? null,
        ...[drivers.map(({ from }) => from), drivers.map(({ until }) => until)],
        ...[drivers.map(({ most }) => most), drivers.map(({ lookedAt }) => lookedAt)],
        ...[patterns, patterns.filter((_, place) => place !== rarest)],
        (counts[rarest] ?? 0) > CANDIDATES,
        handle,
      ],
    });
    const sought = { whole, words, near: near.map((some) => new Set(some.map(({ word }) => word))) };
    return found.rows.map((row) => rankOf(row, sought, handle));
  };
  const found = await ask([]);
  if (found.length >= FOUND_OF_EACH) return found;
  const near = await nearWords("person_word", words);
  return near.some((some) => some.length > 0) ? ask(near) : found;
}

function rankOf(row: FoundRow, sought: Sought, handle: string): Ranked<PersonFound> {
  const { foldedName, foldedHandle, followedByMe, followers, ...face } = row;
  const { tier, unlike } = likeness(sought, [foldedName, foldedHandle ?? "", (foldedHandle ?? "").replaceAll("_", "")]);
  const rank = [row.handle === handle ? 0 : tier, followedByMe ? 0 : 1, unlike, -followers, row.id] as const;
  return { rank, found: { ...toFace(face), followedByMe } };
}
