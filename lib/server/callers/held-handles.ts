import type { PersonId } from "@/lib/domain/ids";
import { HANDLE_HELD_MS } from "@/lib/domain/people/handle";
import { db, type Transaction } from "@/lib/server/postgres/db";

/** Whether somebody else gave this handle up lately. `personId`: who asks; one's own may be taken back. */
export async function isHeldHandle(handle: string, personId?: string, tx: Transaction = db()): Promise<boolean> {
  const held = await tx.givenUpHandle.findUnique({ where: { handle } });
  return held !== null && held.personId !== personId && Date.now() - held.givenUpAt.getTime() < HANDLE_HELD_MS;
}

/** Who gave this handle up lately; null where nobody did. */
export async function lastHolderOf(handle: string): Promise<PersonId | null> {
  const held = await db().givenUpHandle.findUnique({ where: { handle } });
  return held && Date.now() - held.givenUpAt.getTime() < HANDLE_HELD_MS ? (held.personId as PersonId) : null;
}

/** Keeps a handle for a while for who gives it up now, or who lets their account go. */
export async function holdHandle(tx: Transaction, handle: string, personId: string): Promise<void> {
  const held = { personId, givenUpAt: new Date() };
  await tx.givenUpHandle.upsert({ where: { handle }, create: { handle, ...held }, update: held });
}
