import { randomInt } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { PersonId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { Caller } from "@/lib/server/callers/caller";
import { addressOf, siteOf } from "@/lib/server/callers/client-address";
import { spend } from "@/lib/server/limits/limits";
import { db } from "@/lib/server/postgres/db";

/** Range of the seed from which a portrait is drawn. */
export const PORTRAIT_SEEDS = 2 ** 31 - 1;

/**
 * Makes a guest for a person who taps *Listen* without an account: a row. What it is known by again, its maker hands out.
 * Refused `too_many` with `retryAfterSeconds` once an address, or the site around it, has made its minute's guests; nothing
 * is stored then.
 */
export async function createGuest(request: Request): Promise<Ruling<Caller, "too_many">> {
  const address = addressOf(request);
  const waitSeconds = (await spend("guestsFromAddress", address)) ?? (await spend("guestsFromSite", siteOf(address)));
  if (waitSeconds !== null) return refused("too_many", { retryAfterSeconds: waitSeconds });
  const id = uuid() as PersonId;
  await db().person.create({
    data: {
      id,
      kind: "guest",
      name: `Guest ${randomInt(1_000, 10_000)}`,
      portraitSeed: randomInt(PORTRAIT_SEEDS),
    },
  });
  return granted({ id, kind: "guest", admin: false });
}
