import { randomInt } from "node:crypto";
import { tidyName } from "@/lib/domain/people/handle";
import { PORTRAIT_SEEDS } from "@/lib/server/admission/guests";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { withFreeHandle } from "./free-handle";

/** The name of people who have not said one yet. */
export const NAMELESS = "Member";

/** `isConfirmed`: they chose the name themselves; else they are asked when they come. */
export type NewMember = { email: string | null; name?: string | null; isConfirmed: boolean };

/** The id of who brings somebody; null for nobody. What it throws undoes the account. */
type Nominator = (tx: Transaction) => Promise<string | null> | null;

/**
 * A member with a name and a free handle made from it; never from the address, which is nobody else's business.
 * They are shown around when they come. `nominator`: who brought them, asked in the same transaction.
 * Throws where the address belongs to somebody already.
 */
export async function createMember({ email, name, isConfirmed }: NewMember, nominator: Nominator = () => null) {
  const shownName = tidyName(name ?? "") || NAMELESS;
  return withFreeHandle(shownName, (handle) =>
    inTransaction(async (tx) => {
      const now = new Date();
      return tx.person.create({
        data: {
          kind: "member",
          handle,
          name: shownName,
          email,
          emailVerifiedAt: email ? now : null,
          nameUnconfirmedAt: isConfirmed ? null : now,
          welcomeDueAt: now,
          nominatedById: await nominator(tx),
          portraitSeed: randomInt(PORTRAIT_SEEDS),
        },
      });
    }),
  );
}
