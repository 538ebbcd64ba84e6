import { randomInt } from "node:crypto";
import { v7 as uuid } from "uuid";
import type { PersonId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { Caller } from "@/lib/server/callers/caller";
import { addressOf, siteOf } from "@/lib/server/callers/client-address";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { spend } from "@/lib/server/limits/limits";
import { db } from "@/lib/server/postgres/db";

/** Range of the seed from which a portrait is drawn. */
export const PORTRAIT_SEEDS = 2 ** 31 - 1;

/**
 * Makes a guest for a person who taps *Listen* without an account: a row, and the cookie by which the browser is that guest again.
 * Refused `too_many` with `retryAfterSeconds` once an address, or the site around it, has made its minute's guests; nothing
 * is stored then.
 */
export async function createGuest(
  request: Request,
): Promise<Ruling<{ caller: Caller; setCookie: string }, "too_many">> {
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
  return granted({
    caller: { id, kind: "guest", admin: false },
    setCookie: guestCookie(id),
  });
}
