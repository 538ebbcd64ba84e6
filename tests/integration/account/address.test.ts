import { beforeEach, expect, it } from "vitest";
import { POST as ask } from "@/app/api/me/address/codes/route";
import { PUT as change } from "@/app/api/me/address/route";
import { DELETE as unlink } from "@/app/api/me/providers/[provider]/route";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { createMember } from "@/lib/server/sign-in/create-member";
import { Browser } from "@/tests/support/browser";

const OLD = "ada@old.example";
const NEW = "ada@new.example";

let ada: string;
let browser: Browser;

beforeEach(async () => {
  await Promise.all([db().devLetter.deleteMany(), db().signInCode.deleteMany(), db().rateLimit.deleteMany()]);
  await Promise.all([db().person.deleteMany(), db().givenUpHandle.deleteMany()]);
  ada = (await createMember({ email: OLD, name: "Ada", isConfirmed: true })).id;
  await db().session.create({
    data: { tokenHash: hashOf("ada"), personId: ada, expiresAt: new Date(Date.now() + 1e7) },
  });
  browser = new Browser();
  browser.cookies.set("next-auth.session-token", "ada");
});

it("changes once the code from the new mailbox has come back, and tells the old one", async () => {
  const code = await codeFor(NEW);
  expect(await address()).toBe(OLD);
  expect(await browser.send(change, "PUT", { email: " Ada@New.example", code })).toMatchObject({
    status: 200,
    body: { email: NEW },
  });
  expect(await address()).toBe(NEW);
  const [letter, ...more] = await db().devLetter.findMany({ where: { to: OLD } });
  expect(letter?.text).toContain(NEW);
  expect(more).toEqual([]);
});

it("does not change by a wrong code, by one of another address, or by one that another browser asked for", async () => {
  const code = await codeFor(NEW);
  const wrong = code === "000000" ? "000001" : "000000";
  const stranger = new Browser();
  stranger.cookies.set("next-auth.session-token", "ada");
  const tries = [
    await browser.send(change, "PUT", { email: NEW, code: wrong }),
    await browser.send(change, "PUT", { email: "eve@new.example", code }),
    await stranger.send(change, "PUT", { email: NEW, code }),
  ];
  expect(tries.map(({ body }) => body)).toEqual(
    Array(3).fill({ error: expect.objectContaining({ code: "code_wrong" }) }),
  );
  expect(await address()).toBe(OLD);
});

it("says that an address is somebody else's only to whoever has shown that it is theirs", async () => {
  await createMember({ email: NEW, name: "Ben", isConfirmed: true });
  const asked = await browser.send(ask, "POST", { email: NEW });
  expect(asked).toMatchObject({ status: 202, body: { email: NEW, digits: 6 } });
  const code = await newestCode(NEW);
  expect((await browser.send(change, "PUT", { email: NEW, code })).body).toMatchObject({
    error: { code: "address_taken" },
  });
  expect(await address()).toBe(OLD);
});

it("a provider is unlinked while there is another way in, and two at once leave one", async () => {
  await db().oAuthAccount.create({ data: { provider: "github", providerAccountId: "1", personId: ada } });
  expect((await browser.send(unlink, "DELETE", {}, { provider: "github" })).status).toBe(204);
  expect((await browser.send(unlink, "DELETE", {}, { provider: "github" })).status).toBe(204);
  await db().person.update({ where: { id: ada }, data: { email: null } });
  await db().oAuthAccount.create({ data: { provider: "github", providerAccountId: "1", personId: ada } });
  expect((await browser.send(unlink, "DELETE", {}, { provider: "github" })).body).toMatchObject({
    error: { code: "last_way_in" },
  });
  expect(await db().oAuthAccount.count({ where: { personId: ada } })).toBe(1);
});

const address = async () => (await db().person.findUniqueOrThrow({ where: { id: ada } })).email;

async function codeFor(email: string): Promise<string> {
  await browser.send(ask, "POST", { email });
  return newestCode(email);
}

async function newestCode(email: string): Promise<string> {
  const letter = await db().devLetter.findFirstOrThrow({ where: { to: email }, orderBy: { createdAt: "desc" } });
  return /\d{6}/.exec(letter.subject)?.[0] ?? "";
}
