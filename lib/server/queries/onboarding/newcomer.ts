import type { PersonId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";

/** Somebody who is to be shown around, as they stand now. `isNamed`: they have chosen their name. */
export type Newcomer = { name: string; handle: string; topics: string[]; languages: string[]; isNamed: boolean };

/** Null for everybody who was shown around, or was here before newcomers were. */
export async function newcomer(personId: PersonId): Promise<Newcomer | null> {
  const select = { name: true, handle: true, topics: true, languages: true, nameUnconfirmedAt: true } as const;
  const person = await db().person.findFirst({ where: { id: personId, welcomeDueAt: { not: null } }, select });
  if (!person) return null;
  const { nameUnconfirmedAt, handle, ...rest } = person;
  return { ...rest, handle: handle ?? "", isNamed: nameUnconfirmedAt === null };
}
