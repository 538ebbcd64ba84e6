import { validate } from "uuid";
import type { PersonId } from "@/lib/domain/ids";
import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import { hotPool } from "@/lib/server/postgres/db";
import type { FollowerPage, PersonProfile } from "@/lib/wire/people/views";
import { personVisibleSql } from "./person-visibility";

const PEOPLE_A_PAGE = 60;

const FIRST = "00000000-0000-0000-0000-000000000000";

/** By the index of followee and follower. */
const FOLLOWERS_SQL = `
SELECT ${FACE_SQL} FROM follow f JOIN person p ON p.id = f.follower_id
WHERE f.followee_id = $1 AND f.follower_id > $2 AND ${personVisibleSql("$3::uuid")}
ORDER BY f.follower_id LIMIT ${PEOPLE_A_PAGE + 1}`;

/** By the primary key. */
const FOLLOWING_SQL = `
SELECT ${FACE_SQL} FROM follow f JOIN person p ON p.id = f.followee_id
WHERE f.follower_id = $1 AND f.followee_id > $2 AND ${personVisibleSql("$3::uuid")}
ORDER BY f.followee_id LIMIT ${PEOPLE_A_PAGE + 1}`;

/**
 * The followers of this person, or the people they follow, of those that the viewer may know of, a page at a time, the longest
 * here first. Nobody where the person withholds it from the viewer.
 */
export async function followList(
  viewer: PersonId | null,
  person: Pick<PersonProfile, "id" | "withheld">,
  which: "followers" | "following",
  after: string | null,
): Promise<FollowerPage> {
  if (person.withheld) return { people: [], next: null };
  const from = after && validate(after) ? after : FIRST;
  const text = which === "followers" ? FOLLOWERS_SQL : FOLLOWING_SQL;
  const { rows } = await hotPool().query<FaceRow>({
    name: `follow-list-${which}`,
    text,
    values: [person.id, from, viewer],
  });
  const people = rows.slice(0, PEOPLE_A_PAGE).map((row) => toFace(row));
  return { people, next: rows.length > PEOPLE_A_PAGE ? (people.at(-1)?.id ?? null) : null };
}
