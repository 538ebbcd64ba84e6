import type { PersonId } from "@/lib/domain/ids";
import { FACE_COLUMNS, toFace } from "@/lib/server/callers/faces";
import type { Transaction } from "@/lib/server/postgres/db";
import type { PersonFace } from "@/lib/wire/people/views";

/** Somebody's face, for an event that shows them. Faults where there is no such person. */
export async function faceOf(tx: Transaction, personId: PersonId): Promise<PersonFace> {
  return toFace(await tx.person.findUniqueOrThrow({ where: { id: personId }, select: FACE_COLUMNS }));
}
