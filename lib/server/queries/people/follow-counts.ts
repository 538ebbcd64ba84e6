import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { hiddenPeopleSql } from "./person-visibility";

/** How many follow somebody, an SQL expression: everybody, whoever looks, which is enough for an order. */
export const followersSql = (person: string): string =>
  `(coalesce((SELECT t.followers FROM follow_total t WHERE t.person_id = ${person}), 0)
    + (SELECT coalesce(sum(c.followers), 0) FROM follow_change c WHERE c.person_id = ${person}))::int`;

/** The few on that side of a person's follows of whom the viewer may not know; what the lists leave out. */
const hiddenSql = (
  mine: string,
  theirs: string,
): string => `(SELECT count(*) FROM (${hiddenPeopleSql("$2::uuid")}) hidden
  JOIN follow f ON f.${theirs} = hidden.id AND f.${mine} = $1)`;

/** One statement and so one moment, at which a change is either still a row of its own or in the total. */
const SQL = `
SELECT (coalesce(t.followers, 0) + c.followers - ${hiddenSql("followee_id", "follower_id")})::int AS followers,
  (coalesce(t.following, 0) + c.following - ${hiddenSql("follower_id", "followee_id")})::int AS following
FROM (SELECT coalesce(sum(followers), 0) AS followers, coalesce(sum(following), 0) AS following
  FROM follow_change WHERE person_id = $1) c
LEFT JOIN follow_total t ON t.person_id = $1`;

type FollowCounts = { followers: number; following: number };

/**
 * How many follow this person and whom they follow, exact at every moment: as many as the lists hold for this viewer. Nothing is
 * counted but the few of whom the viewer may not know. Source: docs/decisions/followers-are-a-total-and-its-changes.md.
 */
export async function followCounts(viewer: PersonId | null, personId: string): Promise<FollowCounts> {
  const { rows } = await hotPool().query<FollowCounts>(SQL, [personId, viewer]);
  return rows[0] ?? { followers: 0, following: 0 };
}
