import { beforeEach, expect, it } from "vitest";
import type { PersonId } from "@/lib/domain/ids";
import { accountsToErase, eraseAccount } from "@/lib/server/account/erase-account";
import { liftInstanceBan } from "@/lib/server/commands/admin/lift-instance-ban";
import { askForCode } from "@/lib/server/commands/sign-in/ask-for-code";
import { signInWithCode } from "@/lib/server/commands/sign-in/sign-in-with-code";
import { command } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { createMember } from "@/lib/server/sign-in/create-member";
import { Browser } from "@/tests/support/browser";

const codes = command(askForCode);
const sessions = command(signInWithCode);

const ADDRESS = "eve@example.org";

beforeEach(async () => {
  await Promise.all([db().devLetter.deleteMany(), db().signInCode.deleteMany(), db().rateLimit.deleteMany()]);
  await Promise.all([db().person.deleteMany(), db().barredIdentity.deleteMany(), db().givenUpHandle.deleteMany()]);
});

it("an address whose account was banned and then emptied stays out, until the ban is lifted", async () => {
  const eve = await goneAWeek({ banned: true });
  expect(await accountsToErase()).toEqual([eve]);
  await eraseAccount(eve);
  expect((await signIn("eve again")).body).toMatchObject({ error: { code: "not_allowed" } });
  expect(await db().person.count()).toBe(1);
  const admin = { id: eve, kind: "member" as const, admin: true };
  const request = new Request("http://localhost:3000/");
  await liftInstanceBan.run({ caller: admin, params: { personId: eve }, input: {}, request });
  expect((await signIn("Eve again")).status).toBe(201);
});

it("a ban of the last moment is either seen by the emptying or keeps the address itself", async () => {
  const eve = await goneAWeek({ banned: false });
  await Promise.all([eraseAccount(eve), db().person.update({ where: { id: eve }, data: { bannedAt: new Date() } })]);
  const { email } = await db().person.findUniqueOrThrow({ where: { id: eve } });
  expect(email).toBeNull();
  const barred = await db().barredIdentity.count({ where: { personId: eve } });
  expect((await signIn("Eve again")).status).toBe(barred > 0 ? 403 : 201);
});

it("an address that nobody banned is free for a new account, which has nothing of the old one", async () => {
  const eve = await goneAWeek({ banned: false });
  await eraseAccount(eve);
  expect((await signIn("Eve again")).status).toBe(201);
  const fresh = await db().person.findUniqueOrThrow({ where: { email: ADDRESS } });
  expect(fresh.id).not.toBe(eve);
  expect(fresh.handle).not.toBe("eve");
});

async function goneAWeek({ banned }: { banned: boolean }): Promise<PersonId> {
  const { id } = await createMember({ email: ADDRESS, name: "Eve", isConfirmed: true });
  const givenUpAt = new Date(Date.now() - 8 * 24 * 60 * 60 * 1_000);
  await db().person.update({ where: { id }, data: { givenUpAt, ...(banned && { bannedAt: new Date() }) } });
  return id as PersonId;
}

async function signIn(name: string) {
  const browser = new Browser();
  await browser.send(codes, "POST", { email: ADDRESS });
  const letter = await db().devLetter.findFirstOrThrow({ where: { to: ADDRESS }, orderBy: { createdAt: "desc" } });
  const code = /\d{6}/.exec(letter.subject)?.[0] ?? "";
  return browser.send(sessions, "POST", { email: ADDRESS, code, name });
}
