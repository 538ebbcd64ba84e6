import { randomInt } from "node:crypto";
import { handleFrom, nameFromAddress, numberedHandle, tidyName } from "@/lib/domain/people/handle";
import { PORTRAIT_SEEDS } from "@/lib/server/admission/guests";
import { Prisma } from "@/lib/server/generated/prisma/client";
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
  fault instanceof Prisma.PrismaClientKnownRequestError &&
  fault.code === "P2002" &&
  JSON.stringify(fault.meta ?? {}).includes("handle");
