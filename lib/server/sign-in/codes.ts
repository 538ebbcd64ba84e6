import { randomInt } from "node:crypto";
import { CODE_DIGITS, CODE_TTL_MS, judgeCode } from "@/lib/domain/sign-in/sign-in-code";
import { env } from "@/lib/env";
import { hashOf, sameBytes } from "@/lib/server/callers/secrets";
import { db, type Transaction } from "@/lib/server/postgres/db";

type StoredCode = { codeHash: Uint8Array; tries: number; expiresAt: Date; usedAt: Date | null };

/** Whose code it is: of an address, for the browser that asked. */
export type CodeOwner = { email: string; browserHash: Buffer<ArrayBuffer> };

/**
 * Makes the code that counts from now on for this address in this browser; an older one of the same browser is void, those
 * of other browsers stay as they are. Answers it in clear, once.
 */
export async function mintCode({ email, browserHash }: CodeOwner, digits = CODE_DIGITS): Promise<string> {
  const code = Array.from({ length: digits }, () => randomInt(10)).join("");
  const expiresAt = new Date(Date.now() + CODE_TTL_MS);
  await db().$executeRaw`
    INSERT INTO browser_code (email, browser_hash, code_hash, expires_at)
    VALUES (${email}, ${browserHash}, ${keyedHash(code)}, ${expiresAt})
    ON CONFLICT (email, browser_hash) DO UPDATE SET code_hash = excluded.code_hash,
      expires_at = excluded.expires_at, created_at = now(), tries = 0, used_at = NULL`;
  return code;
}

/** Whether this browser has a code of the address that can still be right. */
export async function hasOpenCode({ email, browserHash }: CodeOwner): Promise<boolean> {
  const stored = await db().signInCode.findUnique({ where: { email_browserHash: { email, browserHash } } });
  return stored !== null && judgeCode({ ...stored, codeMatches: true }, new Date()) === "accepted";
}

/**
 * Whether a code is right. It is used up by that unless `keep` is set; a wrong one costs a try. Tries at the same moment
 * queue at the row's lock, so that six of them are six. `shownHash` is the code's hash as next-auth makes it, in hex.
 */
export async function takeCode(owner: CodeOwner, shownHash: string, { keep }: { keep: boolean }): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const stored = await lockCode(tx, owner);
    if (!stored) return false;
    const where = { email_browserHash: owner };
    const codeMatches = sameBytes(stored.codeHash, Buffer.from(shownHash, "hex"));
    const ruling = judgeCode({ ...stored, codeMatches }, new Date());
    if (ruling === "wrong") await tx.signInCode.update({ where, data: { tries: { increment: 1 } } });
    if (ruling === "accepted" && !keep) await tx.signInCode.update({ where, data: { usedAt: new Date() } });
    return ruling === "accepted";
  });
}

async function lockCode(tx: Transaction, { email, browserHash }: CodeOwner): Promise<StoredCode | null> {
  const codes = await tx.$queryRaw<StoredCode[]>`
    SELECT code_hash AS "codeHash", tries, expires_at AS "expiresAt", used_at AS "usedAt"
    FROM browser_code WHERE email = ${email} AND browser_hash = ${browserHash} FOR UPDATE`;
  return codes[0] ?? null;
}

/** How takeCode wants a code that was typed into a page of ours. */
export const shownHashOf = (code: string): string => keyedHash(code).toString("hex");

/** A thief of the table could try out digits alone; with the instance's secret they cannot. The same as next-auth's own. */
const keyedHash = (code: string): Buffer<ArrayBuffer> => hashOf(`${code}${env().PLENUM_SECRET}`);
