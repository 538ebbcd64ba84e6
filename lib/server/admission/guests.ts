import { randomInt } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { v7 as uuid } from "uuid";
import type { PersonId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { Caller } from "@/lib/server/callers/caller";
import { addressOf } from "@/lib/server/callers/client-address";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { db } from "@/lib/server/postgres/db";
import { oncePerProcess } from "@/lib/server/postgres/process";

/** New guests of one address and minute, in one process. A class behind one router comes in; a flood of nameless seats does not. */
export const NEW_GUESTS_PER_MINUTE = 40;

/** Range of the seed from which a portrait is drawn. */
export const PORTRAIT_SEEDS = 2 ** 31 - 1;

/**
 * A guest, for whoever taps *Listen* without an account: a row, and the cookie by which the browser is that guest again.
 * Refused `too_many` with `retryAfterSeconds` once an address has made its minute's guests; nothing is stored then.
 */
export async function createGuest(
  request: Request,
): Promise<Ruling<{ caller: Caller; setCookie: string }, "too_many">> {
  const waitSeconds = await spendOneGuest(addressOf(request));
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

/** Null where the address may have one more, else the seconds to wait. In memory: a query a guest is too much at the door. */
async function spendOneGuest(address: string): Promise<number | null> {
  const limiter = oncePerProcess(
    "newGuests",
    () => new RateLimiterMemory({ points: NEW_GUESTS_PER_MINUTE, duration: 60 }),
  );
  try {
    await limiter.consume(address);
    return null;
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    return Math.max(1, Math.ceil(spent.msBeforeNext / 1_000));
  }
}
