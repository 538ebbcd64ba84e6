import type { PersonId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";

/** Whether this person is told nothing of the other. */
export async function isMuted({ id: personId }: { id: PersonId }, mutedId: string): Promise<boolean> {
  const key = { personId, mutedId };
  return (await db().notificationMute.findUnique({ where: { personId_mutedId: key } })) !== null;
}
