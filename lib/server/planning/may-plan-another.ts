import type { PersonId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { MAX_EPISODES_BY_HAND } from "@/lib/domain/shows/show";
import type { Transaction } from "@/lib/server/postgres/db";

/** Whether somebody may plan one more episode by hand. They are locked until it is there. Refused `episodes_full`, also to whoever gave their account up. */
export async function mayPlanAnother(tx: Transaction, personId: PersonId) {
  const [person] = await tx.$queryRaw<{ givenUp: boolean }[]>`
    SELECT given_up_at IS NOT NULL AS "givenUp" FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  const where = { createdById: personId, status: "scheduled", occurrence: null } as const;
  const planned = await tx.room.count({ where });
  return !person || person.givenUp || planned >= MAX_EPISODES_BY_HAND
    ? refused("episodes_full", { limit: MAX_EPISODES_BY_HAND })
    : granted(null);
}
