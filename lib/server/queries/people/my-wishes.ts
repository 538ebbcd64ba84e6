import type { PersonId } from "@/lib/domain/ids";
import type { Whereabouts } from "@/lib/domain/people/privacy";
import { isInFirstDays } from "@/lib/server/callers/faces";
import { db } from "@/lib/server/postgres/db";

type MyWishes = { quiet: boolean; hideHat: boolean; protect: boolean; whereabouts: Whereabouts; hat: boolean };

/** This person's settings of how others meet them. `hat`: they are in the days in which there is a hat to hide. */
export async function myWishes({ id }: { id: PersonId }): Promise<MyWishes> {
  const select = { quietSince: true, hatHiddenAt: true, createdAt: true, protectedAt: true, whereabouts: true };
  const person = await db().person.findUniqueOrThrow({ where: { id }, select });
  return {
    quiet: person.quietSince !== null,
    hideHat: person.hatHiddenAt !== null,
    protect: person.protectedAt !== null,
    whereabouts: person.whereabouts,
    hat: isInFirstDays(person.createdAt, new Date()),
  };
}
