import { validate } from "uuid";
import type { PersonId } from "@/lib/domain/ids";
import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import { hotPool } from "@/lib/server/postgres/db";
import type { FollowerPage } from "@/lib/wire/people/views";
import { beginsWith } from "./begins-with";
import { personVisibleSql } from "./person-visibility";

const PEOPLE_A_PAGE = 30;

/** All of them, by the index of followee and follower. */
const ALL_SQL = `
SELECT ${FACE_SQL} FROM follow f JOIN person p ON p.id = f.follower_id
WHERE f.followee_id = $1 AND f.follower_id > $2 AND ${personVisibleSql("$1::uuid")}
ORDER BY f.follower_id LIMIT ${PEOPLE_A_PAGE + 1}`;

/** The followers whose handle or name begins so: by the prefix indexes where few do, by the followers where few follow. */
const FOUND_SQL = `
SELECT ${FACE_SQL} FROM follow f JOIN person p ON p.id = f.follower_id
WHERE f.followee_id = $1 AND f.follower_id > $2 AND ${personVisibleSql("$1::uuid")}
  AND (p.handle LIKE $3 OR lower(normalize(p.name, NFC)) LIKE $3)
ORDER BY f.follower_id LIMIT ${PEOPLE_A_PAGE + 1}`;

const FIRST = "00000000-0000-0000-0000-000000000000";

/** Who follows this person, a page at a time; `typed`: how their handle or name begins. */
export async function myFollowers(
  caller: { id: PersonId },
  typed: string,
  after: string | null,
): Promise<FollowerPage> {
  const from = after && validate(after) ? after : FIRST;
  const found = beginsWith(typed);
  const { rows } =
    found === "%"
      ? await hotPool().query<FaceRow>({ name: "my-followers", text: ALL_SQL, values: [caller.id, from] })
      : await hotPool().query<FaceRow>(FOUND_SQL, [caller.id, from, found]);
  const people = rows.slice(0, PEOPLE_A_PAGE).map((row) => toFace(row));
  return { people, next: rows.length > PEOPLE_A_PAGE ? (people.at(-1)?.id ?? null) : null };
}
