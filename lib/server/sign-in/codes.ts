import { randomInt } from "node:crypto";
import { CODE_DIGITS, CODE_TTL_MS, judgeCode } from "@/lib/domain/sign-in/sign-in-code";
import { env } from "@/lib/env";
import { hashOf, sameBytes } from "@/lib/server/callers/secrets";
import { db, type Transaction } from "@/lib/server/postgres/db";

type StoredCode = {
  codeHash: Uint8Array;
  browserHash: Uint8Array;
  tries: number;
  expiresAt: Date;
  usedAt: Date | null;
};

/**
 * Makes the code of an address that counts from now on; an older one is void. Answers it in clear, once.
 * It counts only with the browser whose mark is kept here.
 */
export async function mintCode(email: string, browserHash: Buffer<ArrayBuffer>): Promise<string> {
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
  const expiresAt = new Date(Date.now() + CODE_TTL_MS);
  await db().$executeRaw`
    INSERT INTO sign_in_code (email, code_hash, browser_hash, expires_at)
    VALUES (${email}, ${keyedHash(code)}, ${browserHash}, ${expiresAt})
    ON CONFLICT (email) DO UPDATE SET code_hash = excluded.code_hash, browser_hash = excluded.browser_hash,
      expires_at = excluded.expires_at, created_at = now(), tries = 0, used_at = NULL`;
  return code;
}

/**
 * Uses a code up if it is right; a wrong one costs a try. Tries at the same moment queue at the row's lock,
 * so that six of them are six. `shownHash` is the code's hash as next-auth makes it, in hex.
 */
export async function useCode(
  email: string,
  shownHash: string,
  browserHash: Buffer<ArrayBuffer> | null,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const stored = await lockCode(tx, email);
    if (!stored) return false;
    const codeMatches = sameBytes(stored.codeHash, Buffer.from(shownHash, "hex"));
    const browserMatches = browserHash !== null && sameBytes(stored.browserHash, browserHash);
    const ruling = judgeCode({ ...stored, codeMatches, browserMatches }, new Date());
    if (ruling === "wrong") await tx.signInCode.update({ where: { email }, data: { tries: { increment: 1 } } });
    if (ruling === "accepted") await tx.signInCode.update({ where: { email }, data: { usedAt: new Date() } });
    return ruling === "accepted";
  });
}

async function lockCode(tx: Transaction, email: string): Promise<StoredCode | null> {
  const codes = await tx.$queryRaw<StoredCode[]>`
    SELECT code_hash AS "codeHash", browser_hash AS "browserHash", tries, expires_at AS "expiresAt", used_at AS "usedAt"
    FROM sign_in_code WHERE email = ${email} FOR UPDATE`;
  return codes[0] ?? null;
}

/** Six digits alone could be tried out by whoever steals the table; with the instance's secret they cannot. The same as next-auth's own. */
const keyedHash = (code: string): Buffer<ArrayBuffer> => hashOf(`${code}${env().PLENUM_SECRET}`);
