import type { PersonId } from "@/lib/domain/ids";
import { MAX_SHOWS_LED } from "@/lib/domain/shows/show";
import type { Transaction } from "@/lib/server/postgres/db";

/** Whether somebody may lead one more show. They are locked until the transaction ends, so that two at once do not both take the last place. */
export async function mayLeadAnother(tx: Transaction, personId: PersonId): Promise<boolean> {
  await tx.$queryRaw`SELECT FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
  return (await tx.showHost.count({ where: { personId, role: "host", show: { endedAt: null } } })) < MAX_SHOWS_LED;
}
