import type { GuestStepKind } from "@/lib/domain/guests/guest";
import { db, type Transaction } from "@/lib/server/postgres/db";

/** Writes down what happened with an invitation, for its hosts. `byId`: null where its guest did it. */
export async function noteStep(
  guestId: string,
  kind: GuestStepKind,
  byId: string | null,
  tx: Pick<Transaction, "guestStep"> = db(),
): Promise<void> {
  await tx.guestStep.create({ data: { guestId, kind, byId } });
}
