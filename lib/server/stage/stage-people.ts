import type { PersonId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { FACE_COLUMNS, toFace } from "@/lib/server/callers/faces";
import type { Transaction } from "@/lib/server/postgres/db";
import type { PersonFace } from "@/lib/wire/people/views";
import type { StagePerson } from "@/lib/wire/stage/views";

/** Somebody's face, for an event that shows them. Faults where there is no such person. */
export async function faceOf(tx: Transaction, personId: PersonId): Promise<PersonFace> {
  return toFace(await tx.person.findUniqueOrThrow({ where: { id: personId }, select: FACE_COLUMNS }));
}

/** Somebody who comes on stage, as everyone will see them: with a microphone of their own that they muted themselves. */
export async function onStage(tx: Transaction, personId: PersonId, role: Role, since: Date): Promise<StagePerson> {
  const face = await faceOf(tx, personId);
  return { ...face, role, stageSince: since.toISOString(), muted: false, away: false, from: null };
}
