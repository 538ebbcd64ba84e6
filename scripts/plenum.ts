import { normalizeAddress } from "@/lib/domain/sign-in/email-address";
import { writeAdminEvent } from "@/lib/server/acts/write-admin-event";
import { hashOf } from "@/lib/server/callers/secrets";
import { newAccessToken } from "@/lib/server/commands/sign-in/create-access-token";
import { db, hotPool, takeTime } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { auditState } from "@/lib/server/queries/admin/audit-state";
import { createMember } from "@/lib/server/sign-in/create-member";
import { makeCrowd } from "./plenum/make-crowd";

const USAGE = `npm run plenum -- token HANDLE     prints a new access token of the member with that handle
npm run plenum -- admin ADDRESS    makes the member with that e-mail address an admin
npm run plenum -- audit [HASH]     looks whether the admins' log is whole, and holds the entry of that hash; prints the hash of its last
npm run plenum -- crowd COUNT      prints access tokens of so many members made for npm run load; 0 takes theirs away`;

/** What a person typed cannot be done; the message says why. */
class Refusal extends Error {}

/** Prints a token that may read and write as that member. It is named, so that its owner can revoke it in the settings. */
async function token(handle: string): Promise<string> {
  const member = await db().person.findFirst({
    where: { handle: handle.replace(/^@/, "").toLowerCase(), kind: "member" },
    select: { id: true, bannedAt: true },
  });
  if (!member) throw new Refusal(`There is no member with the handle ${handle}.`);
  if (member.bannedAt) throw new Refusal(`${handle} is banned; a token would open nothing.`);
  const fresh = newAccessToken();
  await db().accessToken.create({
    data: { personId: member.id, name: "command line", scopes: ["read", "write"], tokenHash: hashOf(fresh) },
  });
  return fresh;
}

/** Makes an admin; who has never signed in gets an account that their first code opens. */
async function admin(text: string): Promise<string> {
  const email = normalizeAddress(text);
  if (!email) throw new Refusal(`${text} is no e-mail address.`);
  const { id, name } =
    (await db().person.findUnique({ where: { email } })) ?? (await createMember({ email, isConfirmed: false }));
  await inTransaction(async (tx) => {
    const { admin: before } = await tx.person.findUniqueOrThrow({ where: { id }, select: { admin: true } });
    await tx.person.update({ where: { id }, data: { admin: true } });
    if (!before) await writeAdminEvent(tx, null, "admin_made", { personId: id }, ADMIN_MADE);
  });
  return `${name} <${email}> is an admin now.`;
}

const ADMIN_MADE = { before: { admin: false }, after: { admin: true } };

/** What is wrong with the log, or that it is whole. */
async function audit(hash: string): Promise<string> {
  const { entries, head, brokenAt, holds } = await auditState(hash === "" ? null : hash);
  if (brokenAt !== null)
    throw new Refusal(`The admins' log is broken at entry ${brokenAt}: it was changed, or one before it is missing.`);
  if (!holds) throw new Refusal(`The admins' log holds no entry ${hash}: it was rewritten, or never had it.`);
  return `The admins' log is whole: ${entries} entries, the last ${head}`;
}

/** The tokens of a crowd for the load tool, one a line. */
async function crowd(text: string): Promise<string> {
  const people = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (people < 0) throw new Refusal(`${text} is no number of people.`);
  return (await makeCrowd(people)).join("\n");
}

const ACTS: Record<string, (argument: string) => Promise<string>> = { token, admin, audit, crowd };

const [name = "", argument = "", ...rest] = process.argv.slice(2);
takeTime();
const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
if (!act || (argument === "" && act !== audit) || rest.length > 0) {
  console.error(USAGE);
  process.exit(2);
}
try {
  console.log(await act(argument));
} catch (fault) {
  console.error(fault instanceof Refusal ? fault.message : fault);
  process.exitCode = 1;
} finally {
  await Promise.all([db().$disconnect(), hotPool().end()]);
}
