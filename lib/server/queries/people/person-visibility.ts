import type { PersonId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";

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

/** Whether one of the two has blocked the other. */
export async function isBlocked(one: PersonId | string | undefined, other: string): Promise<boolean> {
  if (!one) return false;
  const pair = [
    { blockerId: one, blockedId: other },
    { blockerId: other, blockedId: one },
  ];
  return (await db().block.findFirst({ where: { OR: pair }, select: { blockerId: true } })) !== null;
}
