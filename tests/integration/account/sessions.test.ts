import { beforeEach, expect, it } from "vitest";
import { DELETE as endOne } from "@/app/api/me/sessions/[sessionId]/route";
import { DELETE as endOthers, GET as list } from "@/app/api/me/sessions/route";
import { callerOf } from "@/lib/server/callers/find-caller";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import { createMember } from "@/lib/server/sign-in/create-member";
import type { SessionView } from "@/lib/wire/account/views";
import { Browser } from "@/tests/support/browser";

let ada: string;

beforeEach(async () => {
  await Promise.all([db().person.deleteMany(), db().givenUpHandle.deleteMany()]);
  ada = (await createMember({ email: null, name: "Ada", isConfirmed: true })).id;
});

it("lists each browser without its secret, the present one marked and first", async () => {
  const [phone, desk] = [
    await signedIn("phone", ada),
    await signedIn("desk", ada, { browser: "Firefox", system: "Windows" }),
  ];
  await signedIn("another's", (await createMember({ email: null, name: "Ben", isConfirmed: true })).id);
  const sessions = await sessionsOf(phone);
  expect(sessions).toMatchObject([{ current: true }, { current: false, browser: "Firefox", system: "Windows" }]);
  expect((await sessionsOf(desk)).map(({ current }) => current)).toEqual([true, false]);
  const told = JSON.stringify(sessions);
  for (const secret of ["phone", "desk"].flatMap((one) => [
    one,
    hashOf(one).toString("hex"),
    hashOf(one).toString("base64url"),
  ]))
    expect(told).not.toContain(secret);
});

it("ends one of one's own, and never another's", async () => {
  const [phone, desk] = [await signedIn("phone", ada), await signedIn("desk", ada)];
  const ben = await signedIn("ben", (await createMember({ email: null, name: "Ben", isConfirmed: true })).id);
  const other = (await sessionsOf(phone)).find(({ current }) => !current)?.id ?? "";
  expect((await ben.send(endOne, "DELETE", {}, { sessionId: other })).status).toBe(204);
  await expect(callerOf(desk.request())).resolves.toMatchObject({ id: ada });
  expect((await phone.send(endOne, "DELETE", {}, { sessionId: other })).status).toBe(204);
  expect((await phone.send(endOne, "DELETE", {}, { sessionId: other })).status).toBe(204);
  await expect(callerOf(desk.request())).resolves.toBeNull();
  await expect(callerOf(phone.request())).resolves.toMatchObject({ id: ada });
});

it("ends all others and keeps the one that asks", async () => {
  const browsers = [await signedIn("one", ada), await signedIn("two", ada), await signedIn("three", ada)];
  expect((await browsers[1]?.send(endOthers, "DELETE"))?.status).toBe(204);
  const callers = await Promise.all(browsers.map((browser) => callerOf(browser.request())));
  expect(callers.map((caller) => caller?.id ?? null)).toEqual([null, ada, null]);
});

it("notes the use of a session once an hour, however often it is used", async () => {
  const phone = await signedIn("phone", ada);
  const usedAt = async () => (await db().session.findUniqueOrThrow({ where: { tokenHash: hashOf("phone") } })).usedAt;
  await callerOf(phone.request());
  await expect.poll(usedAt).not.toBeNull();
  const half = new Date(Date.now() - 30 * 60_000);
  await db().session.updateMany({ data: { usedAt: half } });
  await Promise.all(Array.from({ length: 20 }, () => callerOf(phone.request())));
  expect(await usedAt()).toEqual(half);
  await db().session.updateMany({ data: { usedAt: new Date(Date.now() - 61 * 60_000) } });
  await callerOf(phone.request());
  await expect.poll(async () => (await usedAt())?.getTime() ?? 0).toBeGreaterThan(half.getTime());
});

async function signedIn(token: string, personId: string, device: object = {}): Promise<Browser> {
  const expiresAt = new Date(Date.now() + 1e7);
  await db().session.create({ data: { tokenHash: hashOf(token), personId, expiresAt, ...device } });
  const browser = new Browser();
  browser.cookies.set("next-auth.session-token", token);
  return browser;
}

async function sessionsOf(browser: Browser): Promise<SessionView[]> {
  const answer = await list(browser.request(), { params: Promise.resolve({}) });
  return ((await answer.json()) as { sessions: SessionView[] }).sessions;
}
