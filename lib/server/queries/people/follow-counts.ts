import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { hiddenPeopleSql } from "./person-visibility";

/** The few on that side of a person's follows of whom the viewer may not know; what the lists leave out. */
const hiddenSql = (
  mine: string,
  theirs: string,
): string => `(SELECT count(*) FROM (${hiddenPeopleSql("$2::uuid")}) hidden
  JOIN follow f ON f.${theirs} = hidden.id AND f.${mine} = $1)`;

const countSql = (mine: string, theirs: string): string =>
  `((SELECT count(*) FROM follow WHERE ${mine} = $1) - ${hiddenSql(mine, theirs)})::int`;

const SQL = `SELECT ${countSql("followee_id", "follower_id")} AS followers, ${countSql("follower_id", "followee_id")} AS following`;

type FollowCounts = { followers: number; following: number };

/** How many follow this person and whom they follow, exact, from the rows themselves: as many as the lists hold for this viewer. */
export async function followCounts(viewer: PersonId | null, personId: string): Promise<FollowCounts> {
  const { rows } = await hotPool().query<FollowCounts>(SQL, [personId, viewer]);
  return rows[0] ?? { followers: 0, following: 0 };
}
