import type { PersonId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import { NAMELESS } from "./create-member";

/** The name that this person goes by without having chosen it, empty where nobody knows one; null where they have chosen. */
export async function unconfirmedName(personId: PersonId): Promise<string | null> {
  const person = await db().person.findFirst({
    where: { id: personId, nameUnconfirmedAt: { not: null } },
    select: { name: true },
  });
  if (!person) return null;
  return person.name === NAMELESS ? "" : person.name;
}
