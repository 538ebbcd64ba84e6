import { beforeEach, describe, expect, test, vi } from "vitest";
import { DELETE } from "@/app/api/me/invite-codes/[codeId]/route";
import { GET, POST } from "@/app/api/me/invite-codes/route";
import { POST as bring } from "@/app/api/sign-in/invite-code/route";
import type { PersonId } from "@/lib/domain/ids";
import { eraseAccount } from "@/lib/server/account/erase-account";
import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";
import type { InviteCodeList, InviteCodeView } from "@/lib/wire/invite-codes/views";
import { Browser } from "@/tests/support/browser";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";

const instance = vi.hoisted(() => ({ changes: {} as Record<string, unknown> }));

vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.env(), ...instance.changes }) };
});

let [ada, ben]: PersonId[] = [];
let [adas, bens]: Browser[] = [];

beforeEach(async () => {
  instance.changes = {};
  await emptyHouse();
  await db().rateLimit.deleteMany();
  [ada, ben] = [await addMember("ada"), await addMember("ben")];
  [adas, bens] = [await signedIn("ada", ada), await signedIn("ben", ben)];
});

describe("a member's invite codes", () => {
  test("are made with a link, listed newest first with what is left, and taken back", async () => {
    const first = await made(adas, { uses: 2, days: 7 });
    expect(first).toMatchObject({ uses: 0, maxUses: 2, url: `http://localhost:3000/join/${first.code}` });
    expect(Date.parse(first.expiresAt) - Date.parse(first.madeAt)).toBeCloseTo(7 * 24 * 60 * 60 * 1_000, -4);
    const second = await made(adas, {});
    await expect(listOf(adas)).resolves.toEqual({ codes: [second, first], left: 2 });
    await expect(listOf(bens)).resolves.toEqual({ codes: [], left: 5 });
    for (let times = 0; times < 2; times++) {
      const taken = await adas?.send(DELETE, "DELETE", {}, { codeId: first.id });
      expect(taken).toMatchObject({ status: 200, body: { left: 4 } });
    }
    await expect(listOf(adas)).resolves.toEqual({ codes: [second], left: 4 });
  });

  test("are for five people in all, those who came counted for good", async () => {
    const code = await made(adas, { uses: 3 });
    await db().inviteCode.update({ where: { id: code.id }, data: { uses: 2 } });
    await expect(make(adas, { uses: 3 })).resolves.toMatchObject({
      status: 409,
      body: { error: { code: "no_invites_left", left: 2 } },
    });
    await adas?.send(DELETE, "DELETE", {}, { codeId: code.id });
    await made(adas, { uses: 3 });
    await expect(make(adas, {})).resolves.toMatchObject({ status: 409 });
  });

  test("made at the same moment are five together", async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, () => make(adas, {})));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
    await expect(listOf(adas)).resolves.toMatchObject({ left: 0 });
  });

  test("of an admin are for as many as they like", async () => {
    await db().person.update({ where: { id: ada }, data: { admin: true } });
    await made(adas, { uses: 1_000 });
    await made(adas, { uses: 1_000 });
    await expect(listOf(adas)).resolves.toMatchObject({ left: null });
  });

  test("are nobody else's to take back, nor what no code is", async () => {
    const { id } = await made(adas, {});
    for (const codeId of [id, "nonsense", "0197f5d2-0000-7000-8000-000000000000"])
      await expect(bens?.send(DELETE, "DELETE", {}, { codeId })).resolves.toMatchObject({ status: 404 });
    await expect(listOf(adas)).resolves.toMatchObject({ codes: [{ id }] });
  });

  test.each([{ uses: 0 }, { uses: 1_001 }, { uses: 1.5 }, { days: 0 }, { days: 91 }, { uses: "1" }, { code: "mine" }])(
    "are not made with %j",
    async (input) => {
      await expect(make(adas, input)).resolves.toMatchObject({ status: 422 });
      await expect(db().inviteCode.count()).resolves.toBe(0);
    },
  );

  test("are nothing for an access token, which may have leaked", async () => {
    const { id } = await made(adas, {});
    const token = `plnm_${"q".repeat(43)}`;
    await db().accessToken.create({
      data: { personId: ada ?? "", name: "test", tokenHash: hashOf(token), scopes: ["read", "write"] },
    });
    const ask = (method: string, body?: object) =>
      new Request("http://localhost:3000/", {
        method,
        headers: { authorization: `Bearer ${token}` },
        body: body && JSON.stringify(body),
      });
    const none = { params: Promise.resolve({}) };
    expect((await GET(ask("GET"), none)).status).toBe(404);
    expect((await POST(ask("POST", {}), none)).status).toBe(403);
    expect((await DELETE(ask("DELETE", {}), { params: Promise.resolve({ codeId: id }) })).status).toBe(403);
  });

  test("are made twenty times a day at most", async () => {
    await db().person.update({ where: { id: ada }, data: { admin: true } });
    const statuses = [];
    for (let times = 0; times < 21; times++) statuses.push((await make(adas, {})).status);
    expect(statuses.slice(0, 20).every((status) => status === 201)).toBe(true);
    expect(statuses[20]).toBe(429);
  });

  test("stand in no table: neither the code nor anything it can be made from without the instance's secret", async () => {
    const { code } = await made(adas, {});
    const rows = JSON.stringify(await db().$queryRaw`SELECT *, encode(code_seal, 'escape') AS e FROM invite_code`);
    expect(rows).not.toContain(code);
    expect(rows).not.toContain(code.replaceAll("-", ""));
    instance.changes = { PLENUM_SECRET: "another secret of thirty-two letters" };
    await expect(listOf(await signedIn("ada again", ada))).resolves.toMatchObject({ codes: [] });
    await expect(come(new Browser(), code)).resolves.toMatchObject({ status: 404 });
  });

  test("count no more once the account is emptied", async () => {
    const { code } = await made(adas, {});
    await db().person.update({ where: { id: ada }, data: { givenUpAt: new Date() } });
    await eraseAccount(ada as PersonId);
    await expect(come(new Browser(), code)).resolves.toMatchObject({ status: 404 });
    await expect(db().inviteCode.count()).resolves.toBe(0);
  });
});

describe("coming by a code", () => {
  test("says who invites, however it is typed, and uses nothing up", async () => {
    const { code } = await made(adas, {});
    for (const typed of [code, code.toUpperCase(), code.replaceAll("-", " ")]) {
      const browser = new Browser();
      const answer = await come(browser, typed);
      expect(answer).toMatchObject({ status: 200, body: { by: { id: ada, handle: "ada" } } });
      expect(browser.cookies.get("plenum-invite")).not.toContain(code);
    }
    await expect(listOf(adas)).resolves.toMatchObject({ codes: [{ uses: 0 }] });
  });

  test("is answered the same for a revoked code, one that never was and one of somebody banned", async () => {
    const [revoked, banned] = [await made(adas, {}), await made(bens, {})];
    await adas?.send(DELETE, "DELETE", {}, { codeId: revoked.id });
    await db().person.update({ where: { id: ben }, data: { bannedAt: new Date() } });
    const browser = new Browser();
    const answers = [];
    for (const code of [revoked.code, banned.code, "0123-4567-89ab", "no code at all"])
      answers.push(await come(browser, code));
    for (const { status, body } of answers) expect({ status, body }).toEqual({ status: 404, body: answers[0]?.body });
    expect(browser.cookies.has("plenum-invite")).toBe(false);
  });

  test("is told plainly where the code is used up or too old", async () => {
    const { code, id } = await made(adas, {});
    for (const data of [{ uses: 1 }, { uses: 0, expiresAt: new Date() }]) {
      await db().inviteCode.update({ where: { id }, data });
      await expect(come(new Browser(), code)).resolves.toMatchObject({
        status: 409,
        body: { error: { code: "invite_spent" } },
      });
    }
  });

  test("is limited for guessing: right codes are not answered either then, and other networks are not held up", async () => {
    const { code } = await made(adas, {});
    const eve = new Browser("192.0.2.66");
    const statuses = [];
    for (let tries = 0; tries < 32; tries++) statuses.push((await come(eve, "0123-4567-89ab")).status);
    expect(statuses.slice(0, 30).every((status) => status === 404)).toBe(true);
    expect(statuses[31]).toBe(429);
    expect((await come(eve, code)).status).toBe(429);
    expect((await come(new Browser("192.0.2.67"), code)).status).toBe(200);
  });
});

async function signedIn(token: string, personId: PersonId | undefined): Promise<Browser> {
  const data = { tokenHash: hashOf(token), personId: personId ?? "", expiresAt: new Date(Date.now() + 60_000) };
  await db().session.create({ data });
  const browser = new Browser();
  browser.cookies.set("next-auth.session-token", token);
  return browser;
}

async function make(browser: Browser | undefined, input: object) {
  if (!browser) throw new Error("nobody asks");
  return browser.send(POST, "POST", input);
}

async function made(browser: Browser | undefined, input: object): Promise<InviteCodeView> {
  const answer = await make(browser, input);
  expect(answer.status).toBe(201);
  return (answer.body as { code: InviteCodeView }).code;
}

async function listOf(browser: Browser | undefined): Promise<InviteCodeList> {
  if (!browser) throw new Error("nobody asks");
  const answer = await browser.take(await GET(browser.request(), { params: Promise.resolve({}) }));
  expect(answer.status).toBe(200);
  return answer.body as InviteCodeList;
}

const come = (browser: Browser, code: string) => browser.send(bring, "POST", { code });
