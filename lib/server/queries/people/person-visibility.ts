import { hotPool } from "@/lib/server/postgres/db";

/** The ids of everyone with whom `viewer`, an SQL expression of a person's id, has a block in either direction. */
export const blockedSql = (viewer: string): string =>
  `SELECT b.blocked_id FROM block b WHERE b.blocker_id = ${viewer} UNION ALL SELECT b.blocker_id FROM block b WHERE b.blocked_id = ${viewer}`;

/**
 * A condition on a row of person: `viewer` may know of them. seesPerson of lib/domain/people in SQL, for lists; a test holds the two together.
 * `viewer` is an SQL expression, null for a visitor without an account.
 */
export const personVisibleSql = (viewer: string, person = "p"): string =>
  `(${person}.kind = 'member' AND ${person}.banned_at IS NULL AND (${person}.id = ${viewer} OR
    (${person}.given_up_at IS NULL AND ${person}.id NOT IN (${blockedSql(viewer)}))))`;

/** The ids of the members of whom `viewer` may not know: few, so that an exact count takes them off another. An emptied account is in no list, and in no count. */
export const hiddenPeopleSql = (viewer: string): string => `
  SELECT id FROM person WHERE (banned_at IS NOT NULL OR given_up_at IS NOT NULL) AND erased_at IS NULL AND id IS DISTINCT FROM ${viewer}
  UNION SELECT id FROM person WHERE id = ${viewer} AND banned_at IS NOT NULL
  UNION SELECT * FROM (${blockedSql(viewer)}) blocked`;

const SEEN_SQL = `SELECT p.id FROM person p WHERE p.id = ANY($2::uuid[]) AND ${personVisibleSql("$1::uuid")}`;

/** Those of these people whom `viewer` may know of. */
export async function visiblePeople(viewer: string | null, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await hotPool().query<{ id: string }>({
    name: "visible-people",
    text: SEEN_SQL,
    values: [viewer, ids],
  });
  return new Set(rows.map(({ id }) => id));
}
