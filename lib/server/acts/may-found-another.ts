import { MAX_CLUBS_FOUNDED } from "@/lib/domain/clubs/club";
import type { PersonId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";

/**
 * Whether somebody may lead one more club. They are locked until the transaction ends, so that of two clubs at once, founded or passed
 * on to them, both do not take the last place.
 */
export async function mayFoundAnother(tx: Transaction, personId: PersonId): Promise<boolean> {
  await tx.$queryRaw`SELECT FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  return (await tx.clubMember.count({ where: { personId, role: "founder" } })) < MAX_CLUBS_FOUNDED;
}
