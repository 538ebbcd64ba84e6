import { randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import { hashOf } from "@/lib/server/callers/secrets";
import type { Transaction } from "@/lib/server/postgres/db";

/** 192 bits, as of invitation links. */
const SECRET_BYTES = 24;

/** Makes one more link of a guest; only its hash is kept. Answers its whole address. Those before count on. */
export async function makeGuestLink(tx: Transaction, guestId: string): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  await tx.guestSecret.create({ data: { hash: hashOf(secret), guestId } });
  return new URL(`/guests/${secret}`, env().PLENUM_URL).href;
}
