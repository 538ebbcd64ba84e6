import type { PersonId } from "@/lib/domain/ids";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import type { Transaction } from "@/lib/server/postgres/db";
import type { AdminLogEntry } from "@/lib/wire/admin/views";

/** What an AdminEvent keeps beside its type and author. */
export type AdminFacts = { personId?: string; roomId?: string; title?: string; reason?: string };

/** What an act changed, as it was and as it is. */
type State = Record<string, string | number | boolean | null>;
type Change = { before: State; after: State };

/**
 * Notes an admin's act in their log, in the transaction that does it. `adminId` null: from the command line. The log is locked until that is
 * committed: of a room's locks it comes before the clock.
 */
export async function writeAdminEvent(
  tx: Transaction,
  adminId: PersonId | null,
  type: AdminLogEntry["type"],
  facts: AdminFacts,
  { before, after }: Change,
): Promise<void> {
  const data: Prisma.AdminEventUncheckedCreateInput = { adminId, type, facts, before, after };
  await tx.adminEvent.create({ data });
}
