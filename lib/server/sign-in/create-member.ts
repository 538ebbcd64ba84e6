import { randomInt } from "node:crypto";
import { tidyName } from "@/lib/domain/people/handle";
import { PORTRAIT_SEEDS } from "@/lib/server/admission/guests";
import { db } from "@/lib/server/postgres/db";
import { withFreeHandle } from "./free-handle";

/** The name of people who have not said one yet. */
export const NAMELESS = "Member";

/** `isConfirmed`: they chose the name themselves; else they are asked when they come. */
export type NewMember = { email: string | null; name?: string | null; isConfirmed: boolean };

/**
 * A member with a name and a free handle made from it; never from the address, which is nobody else's business.
 * Throws where the address belongs to somebody already.
 */
export async function createMember({ email, name, isConfirmed }: NewMember) {
  const shownName = tidyName(name ?? "") || NAMELESS;
  return withFreeHandle(shownName, (handle) =>
    db().person.create({
      data: {
        kind: "member",
        handle,
        name: shownName,
        email,
        emailVerifiedAt: email ? new Date() : null,
        nameUnconfirmedAt: isConfirmed ? null : new Date(),
        portraitSeed: randomInt(PORTRAIT_SEEDS),
      },
    }),
  );
}
