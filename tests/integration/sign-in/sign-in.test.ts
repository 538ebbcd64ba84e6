import { beforeEach, describe, expect, test } from "vitest";
import { callerOf } from "@/lib/server/callers/find-caller";
import { hashOf } from "@/lib/server/callers/secrets";
import { askForCode } from "@/lib/server/commands/sign-in/ask-for-code";
import { signInWithCode } from "@/lib/server/commands/sign-in/sign-in-with-code";
import { signOut } from "@/lib/server/commands/sign-in/sign-out";
import { command } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { Browser } from "@/tests/support/browser";

const SESSION = "next-auth.session-token";

const codes = command(askForCode);
const sessions = command(signInWithCode);
const leaving = command(signOut);

beforeEach(async () => {
  await db().devLetter.deleteMany();
  await db().signInCode.deleteMany();
  await db().rateLimit.deleteMany();
  await db().person.deleteMany();
});

describe("signing in by a code", () => {
  test("makes a member at first, and finds the same one afterwards", async () => {
    const first = new Browser();
    await expect(signInBy(first, " Ada.Krueger@Example.org ")).resolves.toMatchObject({ status: 201 });
    const second = new Browser();
    await signInBy(second, "ada.krueger@example.org");
    const people = await db().person.findMany();
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      kind: "member",
      name: "Ada Krueger",
      handle: "ada_krueger",
      email: "ada.krueger@example.org",
    });
    expect(people[0]?.emailVerifiedAt).not.toBeNull();
    await expect(callerOf(first.request())).resolves.toMatchObject({ id: people[0]?.id, kind: "member", admin: false });
    await expect(callerOf(second.request())).resolves.toMatchObject({ id: people[0]?.id });
  });

  test("gives two people of one name two handles", async () => {
    await signInBy(new Browser(), "ada@one.example");
    await signInBy(new Browser(), "ada@two.example");
    const handles = (await db().person.findMany()).map((person) => person.handle);
    expect(new Set(handles).size).toBe(2);
    expect(handles).toContain("ada");
  });

  test("keeps neither the session's token nor the code in the database", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    await ada.send(sessions, "POST", { email: "ada@example.org", code });
    const token = ada.cookies.get(SESSION) ?? "";
    const session = await db().session.findFirstOrThrow();
    expect(Buffer.from(session.tokenHash)).toEqual(hashOf(token));
    const rows = JSON.stringify(await db().$queryRaw`SELECT encode(code_hash, 'escape') AS c, * FROM sign_in_code`);
    expect(rows).not.toContain(code);
    expect(JSON.stringify(await db().session.findMany())).not.toContain(token);
  });

  test("is refused with a wrong code, and the fifth wrong one ends the right one too", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    for (let tries = 0; tries < 5; tries++) {
      await expect(ada.send(sessions, "POST", { email: "ada@example.org", code: other(code) })).resolves.toMatchObject({
        status: 409,
        body: { error: { code: "code_wrong" } },
      });
    }
    await expect(ada.send(sessions, "POST", { email: "ada@example.org", code })).resolves.toMatchObject({
      status: 409,
    });
    await nobodyIsSignedIn(ada);
  });

  test("counts tries that come at the same moment one by one", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    await Promise.all(
      Array.from({ length: 12 }, () => ada.send(sessions, "POST", { email: "ada@example.org", code: other(code) })),
    );
    await expect(db().signInCode.findFirstOrThrow()).resolves.toMatchObject({ tries: 5, usedAt: null });
    await nobodyIsSignedIn(ada);
  });

  test("works with the newest code only", async () => {
    const ada = new Browser();
    const old = await codeFor(ada, "ada@example.org");
    const fresh = await codeFor(ada, "ada@example.org");
    if (old !== fresh) {
      await expect(ada.send(sessions, "POST", { email: "ada@example.org", code: old })).resolves.toMatchObject({
        status: 409,
      });
    }
    await expect(ada.send(sessions, "POST", { email: "ada@example.org", code: fresh })).resolves.toMatchObject({
      status: 201,
    });
  });

  test("works only in the browser that asked, and another browser uses up no tries", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    const eve = new Browser("192.0.2.66");
    await codeFor(eve, "eve@example.org");
    for (let tries = 0; tries < 6; tries++) {
      await expect(eve.send(sessions, "POST", { email: "ada@example.org", code })).resolves.toMatchObject({
        status: 409,
      });
    }
    await nobodyIsSignedIn(eve);
    await expect(ada.send(sessions, "POST", { email: "ada@example.org", code })).resolves.toMatchObject({
      status: 201,
    });
  });

  test("works once", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    const mark = ada.cookies.get("plenum-sign-in") ?? "";
    await ada.send(sessions, "POST", { email: "ada@example.org", code });
    const replay = new Browser();
    replay.cookies.set("plenum-sign-in", mark);
    await expect(replay.send(sessions, "POST", { email: "ada@example.org", code })).resolves.toMatchObject({
      status: 409,
    });
    await nobodyIsSignedIn(replay, 1);
  });

  test("at the same moment twice gives one session", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => ada.send(sessions, "POST", { email: "ada@example.org", code })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
    await expect(db().session.count()).resolves.toBe(1);
  });

  test("is refused after ten minutes", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    await db().signInCode.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(ada.send(sessions, "POST", { email: "ada@example.org", code })).resolves.toMatchObject({
      status: 409,
    });
    await nobodyIsSignedIn(ada);
  });

  test("is refused for a banned person, whose other sessions count for nothing either", async () => {
    const eve = new Browser();
    await signInBy(eve, "eve@example.org");
    await db().person.updateMany({ data: { bannedAt: new Date() } });
    await expect(callerOf(eve.request())).resolves.toBeNull();
    const again = new Browser();
    const code = await codeFor(again, "eve@example.org");
    await expect(again.send(sessions, "POST", { email: "eve@example.org", code })).resolves.toMatchObject({
      status: 403,
      body: { error: { code: "not_allowed" } },
    });
    await expect(db().session.count()).resolves.toBe(1);
  });

  test.each([
    "ada",
    "ada@a@example.org",
    "ada@example.org, eve@evil.example",
    "ada@cast.invalid",
    "a\u202eda@example.org",
  ])("sends nothing to %j", async (email) => {
    await expect(new Browser().send(codes, "POST", { email })).resolves.toMatchObject({ status: 422 });
    await expect(db().signInCode.count()).resolves.toBe(0);
    await expect(db().devLetter.count()).resolves.toBe(0);
  });

  test("is refused when another site's page asks for it", async () => {
    const request = new Request("http://localhost:3000/api/sessions", {
      method: "POST",
      headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      body: JSON.stringify({ email: "eve@example.org", code: "123456" }),
    });
    const answer = await sessions(request, { params: Promise.resolve({}) });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});

describe("letters and tries are limited", () => {
  test("per address, from however many places", async () => {
    const answers = [];
    for (let letter = 0; letter < 6; letter++) {
      answers.push(await new Browser(`192.0.2.${letter}`).send(codes, "POST", { email: "ada@example.org" }));
    }
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202, 202, 202, 429]);
    expect(Number(answers[5]?.headers.get("retry-after"))).toBeGreaterThan(0);
    await expect(db().devLetter.count()).resolves.toBe(5);
  });

  test("per client, to however many addresses", async () => {
    const client = new Browser();
    const answers = [];
    for (let letter = 0; letter < 21; letter++)
      answers.push(await client.send(codes, "POST", { email: `p${letter}@example.org` }));
    expect(answers.at(-2)?.status).toBe(202);
    expect(answers.at(-1)?.status).toBe(429);
    await expect(new Browser("198.51.100.7").send(codes, "POST", { email: "q@example.org" })).resolves.toMatchObject({
      status: 202,
    });
  });

  test("and the table of limits holds no address in clear", async () => {
    await new Browser().send(codes, "POST", { email: "ada@example.org" });
    const keys = (await db().rateLimit.findMany()).map((limit) => limit.key).join();
    expect(keys).not.toMatch(/ada|192\.0/);
  });
});

describe("signing out", () => {
  test("ends this browser's session only", async () => {
    const [phone, desk] = [new Browser(), new Browser()];
    await signInBy(phone, "ada@example.org");
    await signInBy(desk, "ada@example.org");
    const token = phone.cookies.get(SESSION) ?? "";
    await expect(phone.send(leaving, "DELETE")).resolves.toMatchObject({ status: 204 });
    expect(phone.cookies.has(SESSION)).toBe(false);
    phone.cookies.set(SESSION, token);
    await expect(callerOf(phone.request())).resolves.toBeNull();
    await expect(callerOf(desk.request())).resolves.not.toBeNull();
  });

  test("everywhere ends all of one's own and nobody else's", async () => {
    const [phone, desk, other] = [new Browser(), new Browser(), new Browser()];
    await signInBy(phone, "ada@example.org");
    await signInBy(desk, "ada@example.org");
    await signInBy(other, "ben@example.org");
    await phone.send(leaving, "DELETE", { everywhere: true });
    await expect(callerOf(desk.request())).resolves.toBeNull();
    await expect(callerOf(other.request())).resolves.not.toBeNull();
  });

  test("is safe to repeat", async () => {
    const nobody = new Browser();
    await expect(nobody.send(leaving, "DELETE", { everywhere: true })).resolves.toMatchObject({ status: 204 });
    await expect(db().session.count()).resolves.toBe(0);
  });
});

async function codeFor(browser: Browser, email: string): Promise<string> {
  await expect(browser.send(codes, "POST", { email })).resolves.toMatchObject({ status: 202 });
  const letter = await db().devLetter.findFirstOrThrow({
    where: { to: email.trim().toLowerCase() },
    orderBy: { id: "desc" },
  });
  return /\b\d{6}\b/.exec(letter.text)?.[0] ?? "";
}

async function signInBy(browser: Browser, email: string) {
  const code = await codeFor(browser, email);
  return browser.send(sessions, "POST", { email, code });
}

const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function nobodyIsSignedIn(browser: Browser, sessionsBefore = 0): Promise<void> {
  expect(browser.cookies.has(SESSION)).toBe(false);
  await expect(callerOf(browser.request())).resolves.toBeNull();
  await expect(db().session.count()).resolves.toBe(sessionsBefore);
}
