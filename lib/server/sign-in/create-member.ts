import { randomInt } from "node:crypto";
import { handleFrom, nameFromAddress, numberedHandle, tidyName } from "@/lib/domain/people/handle";
import { PORTRAIT_SEEDS } from "@/lib/server/admission/guests";
import { isHeldHandle } from "@/lib/server/callers/held-handles";
import { isDuplicate } from "@/lib/server/postgres/database-fault";
import { db } from "@/lib/server/postgres/db";

/** After so many handles that were taken, something else is wrong. */
const MAX_TRIES = 20;

export type NewMember = { email: string | null; name?: string | null };

/**
 * A member with a name and a free handle made from what is known of them.
 * Throws where the address belongs to somebody already.
 */
export async function createMember({ email, name }: NewMember) {
  const shownName = tidyName(name ?? "") || nameFromAddress(email ?? "");
  const wanted = handleFrom(shownName);
  for (let tries = 0; ; tries++) {
    const handle =
      tries === 0 && wanted !== "member"
        ? wanted
        : numberedHandle(wanted, randomInt(2, 10 ** (2 + Math.min(tries, 6))));
    if (await isHeldHandle(handle)) continue;
    try {
      return await db().person.create({
        data: {
          kind: "member",
          handle,
          name: shownName,
          email,
          emailVerifiedAt: email ? new Date() : null,
          portraitSeed: randomInt(PORTRAIT_SEEDS),
        },
      });
    } catch (fault) {
      if (tries >= MAX_TRIES || !isTakenHandle(fault)) throw fault;
    }
  }
}

const isTakenHandle = (fault: unknown): boolean =>
  isDuplicate(fault) && fault instanceof Error && "meta" in fault && JSON.stringify(fault.meta).includes("handle");
