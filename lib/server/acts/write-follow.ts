import { hotPool } from "@/lib/server/postgres/db";
import { gather } from "@/lib/server/postgres/gather";
import { oncePerProcess } from "@/lib/server/postgres/process";

/** Who follows whom. */
type Pair = { followerId: string; followeeId: string };

/**
 * The people are locked in the order in which a block locks them, as the foreign keys would only later: two batches, or a batch and
 * a block, wait for each other and never in a circle. Whoever does not exist any more is left out, so that they spoil nobody else's.
 */
const WRITE_SQL = `
WITH asked AS (SELECT DISTINCT follower_id, followee_id FROM unnest($1::uuid[], $2::uuid[]) AS a(follower_id, followee_id)),
held AS MATERIALIZED (
  SELECT id FROM person WHERE id IN (SELECT follower_id FROM asked UNION SELECT followee_id FROM asked) ORDER BY id FOR KEY SHARE)
INSERT INTO follow (follower_id, followee_id)
SELECT a.follower_id, a.followee_id FROM asked a JOIN held f ON f.id = a.follower_id JOIN held w ON w.id = a.followee_id
ORDER BY a.follower_id, a.followee_id
ON CONFLICT DO NOTHING RETURNING follower_id AS "followerId", followee_id AS "followeeId"`;

/**
 * Writes that somebody follows somebody, together with all who ask in this process at the same moment: of a crowd that follows one
 * person each batch is one commit and one change of their count. Answers whether it is new. Source: measures, follow graph.
 */
export const writeFollow = (pair: Pair): Promise<boolean> =>
  oncePerProcess("follows", () => gather(writeTogether))(pair);

async function writeTogether(pairs: readonly Pair[]): Promise<boolean[]> {
  const followers = pairs.map(({ followerId }) => followerId);
  const followees = pairs.map(({ followeeId }) => followeeId);
  const { rows } = await hotPool().query<Pair>({
    name: "write-follows",
    text: WRITE_SQL,
    values: [followers, followees],
  });
  const written = new Set(rows.map(keyOf));
  // Of two clicks in one batch one is new.
  return pairs.map((pair) => written.delete(keyOf(pair)));
}

const keyOf = ({ followerId, followeeId }: Pair): string => `${followerId} ${followeeId}`;
