import { hotPool } from "@/lib/server/postgres/db";

/** The few who gave their account up are taken off: by the index of those that are not emptied yet, since an emptied one follows nobody. */
const LEAVERS = "SELECT p.id FROM person p WHERE p.given_up_at IS NOT NULL AND p.erased_at IS NULL";

const COUNTS_SQL = `
SELECT
  ((SELECT count(*) FROM follow f WHERE f.followee_id = $1)
    - (SELECT count(*) FROM follow f WHERE f.followee_id = $1 AND f.follower_id = ANY(ARRAY(${LEAVERS}))))::int AS followers,
  ((SELECT count(*) FROM follow f WHERE f.follower_id = $1)
    - (SELECT count(*) FROM follow f WHERE f.follower_id = $1 AND f.followee_id = ANY(ARRAY(${LEAVERS}))))::int AS following`;

/** How many follow this person, and how many they follow: exact, from the rows themselves, without whoever gave their account up. */
export async function followCounts(personId: string): Promise<{ followers: number; following: number }> {
  const { rows } = await hotPool().query<{ followers: number; following: number }>({
    name: "follow-counts",
    text: COUNTS_SQL,
    values: [personId],
  });
  return rows[0] ?? { followers: 0, following: 0 };
}
