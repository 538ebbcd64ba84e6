import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { judgeSignUp, type SignUpRefusal } from "@/lib/domain/sign-in/sign-up";
import { env } from "@/lib/env";
import type { Transaction } from "@/lib/server/postgres/db";
import { inviteCode } from "@/lib/server/queries/invite-codes/invite-code";
import { createMember, type NewMember } from "./create-member";

type Person = Awaited<ReturnType<typeof createMember>>;

/**
 * The one way in which somebody who signs in gets an account, by code and by provider alike. `codeId`: the invite code that their
 * browser brought. Taking a use of it and making the account are one transaction, so the last use is one person's.
 */
export async function signUp(newcomer: NewMember, codeId: string | null): Promise<Ruling<Person, SignUpRefusal>> {
  const ruling = await ruleOnSignUp(codeId);
  if (!ruling.ok) return ruling;
  const id = ruling.value === "by_code" ? codeId : null;
  try {
    return granted(await createMember(newcomer, (tx) => (id === null ? null : nominator(tx, id))));
  } catch (fault) {
    if (fault === TAKEN_MEANWHILE) return refused("invite_spent");
    throw fault;
  }
}

/** Why somebody who has no account here gets none; null where they get one. */
export async function whyKeptOut(codeId: string | null): Promise<SignUpRefusal | null> {
  const ruling = await ruleOnSignUp(codeId);
  return ruling.ok ? null : ruling.refusal;
}

async function ruleOnSignUp(codeId: string | null) {
  const found = codeId === null ? null : await inviteCode({ id: codeId });
  return judgeSignUp(env().PLENUM_SIGN_UP, found?.state ?? null);
}

/** Thrown to undo the transaction. */
const TAKEN_MEANWHILE = new Error("the invite code was used up meanwhile");

/** Takes a use of a code, and answers who made it. Null where it counts no more and none is needed; throws TAKEN_MEANWHILE where one is. */
async function nominator(tx: Transaction, codeId: string): Promise<string | null> {
  const [used] = await tx.$queryRaw<{ personId: string }[]>`
    UPDATE invite_code c SET uses = uses + 1
    WHERE c.id = ${codeId}::uuid AND c.uses < c.max_uses AND c.revoked_at IS NULL AND c.expires_at > now()
      AND EXISTS (SELECT FROM person p WHERE p.id = c.person_id AND p.banned_at IS NULL AND p.given_up_at IS NULL)
    RETURNING c.person_id AS "personId"`;
  if (used) return used.personId;
  if (env().PLENUM_SIGN_UP === "open") return null;
  throw TAKEN_MEANWHILE;
}
