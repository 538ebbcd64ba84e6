import type { PersonId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";
import type { AdminLogEntry } from "@/lib/wire/admin/views";

/** What an AdminEvent keeps beside its type and author. */
export type AdminFacts = { personId?: string; roomId?: string; title?: string; reason?: string };

/** Notes an admin's act in their log, in the transaction that does it. */
export async function writeAdminEvent(
  tx: Transaction,
  adminId: PersonId,
  type: AdminLogEntry["type"],
  facts: AdminFacts,
): Promise<void> {
  await tx.adminEvent.create({ data: { adminId, type, facts } });
}
