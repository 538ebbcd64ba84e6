import { blockedSql, hiddenPeopleSql } from "@/lib/server/queries/people/person-visibility";

/**
 * A condition on `club c`: `viewer`, an SQL expression that is null for a visitor without an account, may know of it. seesClub of
 * lib/domain/clubs in SQL; a test holds the two together.
 */
export const clubVisibleSql = (viewer: string): string =>
  `(c.closed_at IS NULL AND NOT EXISTS (SELECT FROM club_member f WHERE f.club_id = c.id AND f.role = 'founder' AND f.person_id IN (${blockedSql(viewer)})))`;

/**
 * How many members `club c` has, of those that `viewer` may know of: the total and its changes, less the few who are hidden from `viewer`.
 * Exact at every moment. Source: docs/decisions/followers-are-a-total-and-its-changes.md.
 */
export const memberCountSql = (viewer: string): string => `
(coalesce((SELECT t.members FROM club_total t WHERE t.club_id = c.id), 0)
  + (SELECT coalesce(sum(g.members), 0) FROM club_change g WHERE g.club_id = c.id)
  - (SELECT count(*) FROM (${hiddenPeopleSql(viewer)}) hidden JOIN club_member n ON n.person_id = hidden.id AND n.club_id = c.id))::int`;
