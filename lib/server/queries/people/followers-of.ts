import { db } from "@/lib/server/postgres/db";

/** How many people follow this one; exact, from the rows themselves. */
export const followersOf = (personId: string): Promise<number> =>
  db().follow.count({ where: { followeeId: personId } });
