import type { PersonId } from "@/lib/domain/ids";
import { isInFirstDays } from "@/lib/server/callers/faces";
import { db } from "@/lib/server/postgres/db";

/** This person's settings of how others meet them. `hat`: they are in the days in which there is a hat to hide. */
export async function myWishes({ id }: { id: PersonId }): Promise<{ quiet: boolean; hideHat: boolean; hat: boolean }> {
  const select = { quietSince: true, hatHiddenAt: true, createdAt: true };
  const person = await db().person.findUniqueOrThrow({ where: { id }, select });
  return {
    quiet: person.quietSince !== null,
    hideHat: person.hatHiddenAt !== null,
    hat: isInFirstDays(person.createdAt, new Date()),
  };
}
