import { FACE_COLUMNS, toFace } from "@/lib/server/callers/faces";
import { db } from "@/lib/server/postgres/db";
import type { PersonFace } from "@/lib/wire/people/views";
import { withFreeHandle } from "./free-handle";

/** Somebody who went by a name that they had not chosen chooses one; the handle follows it. Null where they have one already. */
export async function takeName(personId: string, name: string): Promise<PersonFace | null> {
  const where = { id: personId, nameUnconfirmedAt: { not: null } };
  const known = await db().person.findFirst({ where, select: { name: true, handle: true } });
  if (!known) return null;
  const change = async (handle: string | null): Promise<PersonFace> => {
    const data = { name, handle, nameUnconfirmedAt: null };
    return toFace(await db().person.update({ where: { id: personId }, data, select: FACE_COLUMNS }));
  };
  return name === known.name ? change(known.handle) : withFreeHandle(name, change);
}
