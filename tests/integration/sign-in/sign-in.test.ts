import { beforeEach, describe, expect, test } from "vitest";
import { callerOf } from "@/lib/server/callers/find-caller";
import { hashOf } from "@/lib/server/callers/secrets";
import { askForCode } from "@/lib/server/commands/sign-in/ask-for-code";
import { signInWithCode } from "@/lib/server/commands/sign-in/sign-in-with-code";
import { signOut } from "@/lib/server/commands/sign-in/sign-out";
import { command } from "@/lib/server/http/command";
import { spend } from "@/lib/server/limits/limits";
import { db } from "@/lib/server/postgres/db";
import { createMember } from "@/lib/server/sign-in/create-member";
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
    await expect(signInBy(first, " Secret.Mail@Example.org ", "Ada Krüger")).resolves.toMatchObject({ status: 201 });
    const second = new Browser();
    await signInBy(second, "secret.mail@example.org", "Somebody else");
    const people = await db().person.findMany();
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      kind: "member",
      name: "Ada Krüger",
      handle: "ada_krueger",
      email: "secret.mail@example.org",
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

  test("asks a newcomer with the right code what to call them, and takes nothing from the address", async () => {
    const browser = new Browser();
    const code = await codeFor(browser, "john.private@example.org");
    await expect(browser.send(sessions, "POST", { email: "john.private@example.org", code })).resolves.toMatchObject({
      status: 409,
      body: { error: { code: "name_needed" } },
    });
    await nobodyIsSignedIn(browser);
    await expect(db().person.count()).resolves.toBe(0);
    await expect(show(browser, "john.private@example.org", code, "Night Owl")).resolves.toMatchObject({ status: 201 });
    const person = await db().person.findFirstOrThrow();
    expect(person).toMatchObject({ name: "Night Owl", handle: "night_owl", nameUnconfirmedAt: null });
  });

  test("tells nobody without the right code who is new", async () => {
    await signInBy(new Browser(), "ada@example.org");
    const eve = new Browser("192.0.2.66");
    for (const email of ["ada@example.org", "nobody@example.org"]) {
      const code = await codeFor(eve, email);
      const answer = await eve.send(sessions, "POST", { email, code: other(code) });
      expect(answer).toMatchObject({ status: 409, body: { error: { code: "code_wrong" } } });
      expect(await eve.send(codes, "POST", { email })).toMatchObject({ status: 202, body: { email, digits: 6 } });
    }
  });

  test.each(["", "   ", "\u200b", "x".repeat(61)])("takes no name like %j, and the code still counts", async (name) => {
    const browser = new Browser();
    const code = await codeFor(browser, "ada@example.org");
    await expect(show(browser, "ada@example.org", code, name)).resolves.toMatchObject({ status: 422 });
    await expect(db().person.count()).resolves.toBe(0);
    await expect(show(browser, "ada@example.org", code)).resolves.toMatchObject({ status: 201 });
  });

  test("asks whoever never chose a name, e.g. of an account that was made for them", async () => {
    await createMember({ email: "ada@example.org", isConfirmed: false });
    const browser = new Browser();
    const code = await codeFor(browser, "ada@example.org");
    await expect(browser.send(sessions, "POST", { email: "ada@example.org", code })).resolves.toMatchObject({
      body: { error: { code: "name_needed" } },
    });
    await expect(show(browser, "ada@example.org", code, "Ada")).resolves.toMatchObject({ status: 201 });
    await expect(db().person.findMany()).resolves.toMatchObject([{ name: "Ada", handle: "ada" }]);
  });

  test("keeps neither the session's token nor the code in the database", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    await show(ada, "ada@example.org", code);
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
      await expect(show(ada, "ada@example.org", other(code))).resolves.toMatchObject({
        status: 409,
        body: { error: { code: "code_wrong" } },
      });
    }
    await expect(show(ada, "ada@example.org", code)).resolves.toMatchObject({
      status: 409,
    });
    await nobodyIsSignedIn(ada);
  });

  test("counts tries that come at the same moment one by one", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    await Promise.all(Array.from({ length: 12 }, () => show(ada, "ada@example.org", other(code))));
    await expect(db().signInCode.findFirstOrThrow()).resolves.toMatchObject({ tries: 5, usedAt: null });
    await nobodyIsSignedIn(ada);
  });

  test("works with the newest code only", async () => {
    const ada = new Browser();
    const old = await codeFor(ada, "ada@example.org");
    const fresh = await codeFor(ada, "ada@example.org");
    if (old !== fresh) {
      await expect(show(ada, "ada@example.org", old)).resolves.toMatchObject({
        status: 409,
      });
    }
    await expect(show(ada, "ada@example.org", fresh)).resolves.toMatchObject({
      status: 201,
    });
  });

  test("works only in the browser that asked, and another browser uses up no tries", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    const eve = new Browser("192.0.2.66");
    await codeFor(eve, "eve@example.org");
    for (let tries = 0; tries < 6; tries++) {
      await expect(show(eve, "ada@example.org", code)).resolves.toMatchObject({ status: 409 });
    }
    await nobodyIsSignedIn(eve);
    await expect(show(ada, "ada@example.org", code)).resolves.toMatchObject({ status: 201 });
  });

  test("works for two addresses at once in one browser", async () => {
    const ada = new Browser();
    const [one, two] = [await codeFor(ada, "ada@one.example"), await codeFor(ada, "ada@two.example")];
    const marked = ada.cookies.get("plenum-sign-in") ?? "";
    await expect(show(ada, "ada@one.example", one)).resolves.toMatchObject({ status: 201 });
    ada.cookies.set("plenum-sign-in", marked);
    await expect(show(ada, "ada@two.example", two)).resolves.toMatchObject({ status: 201 });
  });

  test("works once", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    const mark = ada.cookies.get("plenum-sign-in") ?? "";
    await show(ada, "ada@example.org", code);
    const replay = new Browser();
    replay.cookies.set("plenum-sign-in", mark);
    await expect(show(replay, "ada@example.org", code)).resolves.toMatchObject({
      status: 409,
    });
    await nobodyIsSignedIn(replay, 1);
  });

  test("at the same moment twice gives one session", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    const answers = await Promise.all([1, 2, 3, 4].map(() => show(ada, "ada@example.org", code)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
    await expect(db().session.count()).resolves.toBe(1);
  });

  test("is refused after ten minutes", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, "ada@example.org");
    await db().signInCode.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(show(ada, "ada@example.org", code)).resolves.toMatchObject({
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
    await expect(show(again, "eve@example.org", code)).resolves.toMatchObject({
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

describe("limits are on who asks", () => {
  test("one browser gets five letters to an address", async () => {
    const ada = new Browser();
    const answers = [];
    for (let letter = 0; letter < 6; letter++)
      answers.push(await ada.send(codes, "POST", { email: "ada@example.org" }));
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202, 202, 202, 429]);
    expect(Number(answers[5]?.headers.get("retry-after"))).toBeGreaterThan(0);
    await expect(db().devLetter.count()).resolves.toBe(5);
  });

  test("one network gets twelve to an address, and sixty to however many", async () => {
    const statuses = [];
    for (let letter = 0; letter < 13; letter++) statuses.push(await askAsStranger("192.0.2.1", "ada@example.org"));
    expect(statuses).toEqual([...Array(12).fill(202), 429]);
    await Promise.all(Array.from({ length: 48 }, () => spend("mailFromClient", "192.0.2.1")));
    await expect(askAsStranger("192.0.2.1", "p@example.org")).resolves.toBe(429);
    await expect(askAsStranger("198.51.100.7", "p@example.org")).resolves.toBe(202);
  });

  test("and the table of limits holds no address in clear", async () => {
    await new Browser().send(codes, "POST", { email: "ada@example.org" });
    const keys = (await db().rateLimit.findMany()).map((limit) => limit.key).join();
    expect(keys).not.toMatch(/ada|192\.0/);
  });
});

describe("strangers who ask for codes of an address", () => {
  const email = "ada@example.org";

  test("void nothing that its owner holds", async () => {
    const ada = new Browser();
    const code = await codeFor(ada, email);
    for (let stranger = 0; stranger < 10; stranger++) await askAsStranger(`198.51.100.${stranger}`, email);
    await expect(show(ada, email, code)).resolves.toMatchObject({ status: 201 });
  });

  test.each([
    ["from one network beside the owner's", () => "192.0.2.1", 10, 6],
    ["from as many networks", (stranger: number) => `198.51.${stranger}.1`, 22, 12],
  ])("%s keep nobody from a code in a new browser", async (_, networkOf, strangers, digits) => {
    for (let stranger = 0; stranger < strangers; stranger++) await askAsStranger(networkOf(stranger), email);
    const ada = new Browser("192.0.2.1");
    const code = await codeFor(ada, email);
    expect(code).toHaveLength(digits);
    await expect(show(ada, email, code)).resolves.toMatchObject({ status: 201 });
  });

  test("never keep its owner out of a browser that has signed in before, not even from beside it", async () => {
    const ada = new Browser("192.0.2.1");
    await signInBy(ada, email);
    await ada.send(leaving, "DELETE");
    for (let stranger = 0; stranger < 12; stranger++) await askAsStranger("192.0.2.1", email);
    await Promise.all(Array.from({ length: 60 }, () => spend("mailFromClient", "192.0.2.1")));
    await Promise.all(Array.from({ length: 20 }, () => spend("shortCodesOfAddress", email)));
    await expect(askAsStranger("192.0.2.1", email)).resolves.toBe(429);
    const code = await codeFor(ada, email);
    expect(code).toHaveLength(6);
    await expect(show(ada, email, code)).resolves.toMatchObject({ status: 201 });
  });

  test("bury no mailbox, though one of them has thousands of IPv6 networks", async () => {
    await Promise.all(Array.from({ length: 20 }, () => spend("shortCodesOfAddress", email)));
    const statuses = [];
    for (let net = 0; net < 10; net++) statuses.push(await askAsStranger(`2001:db8:1:${net}::1`, email));
    expect(statuses.filter((status) => status === 202)).toHaveLength(4);
    await expect(askAsStranger("2001:db8:2:1::1", email)).resolves.toBe(202);
  });

  test("bury it no sooner by other spellings of it", async () => {
    const spelling = (number: number) => `a.d.a+${number}@gmail.com`;
    const asked = Array.from({ length: 13 }, (_, number) => askAsStranger("192.0.2.1", spelling(number)));
    expect((await Promise.all(asked)).filter((status) => status === 202)).toHaveLength(12);
    await expect(askAsStranger("192.0.2.1", "ada@gmail.com")).resolves.toBe(429);
    await expect(askAsStranger("198.51.100.7", spelling(1))).resolves.toBe(202);
  });

  test("write no more from 256 IPv6 networks of theirs than a school does", async () => {
    await Promise.all(Array.from({ length: 119 }, () => spend("mailFromSite", "2001:db8:1:aa00::/56")));
    const statuses = [await askAsStranger("2001:db8:1:aa07::1", "p0@example.org")];
    statuses.push(await askAsStranger("2001:db8:1:aa08::1", "p1@example.org"));
    expect(statuses).toEqual([202, 429]);
    await expect(askAsStranger("2001:db8:1:ab00::1", "p2@example.org")).resolves.toBe(202);
  });

  test("get nothing by a browser's mark that was not made for that address", async () => {
    const eve = new Browser("192.0.2.66");
    await signInBy(eve, "eve@example.org", "Eve");
    for (let mails = 0; mails < 5; mails++) await eve.send(codes, "POST", { email });
    await expect(eve.send(codes, "POST", { email })).resolves.toMatchObject({ status: 429 });
  });

  test("cannot use up the tries of whoever has a code, from the same network", async () => {
    const ada = new Browser("192.0.2.1");
    const code = await codeFor(ada, email);
    const eve = new Browser("192.0.2.1");
    const statuses = [];
    for (let tries = 0; tries < 40; tries++) statuses.push((await show(eve, email, "123456")).status);
    expect(statuses.at(-1)).toBe(429);
    await expect(show(ada, email, code)).resolves.toMatchObject({ status: 201 });
  });

  test("guess at no more than a hundred short codes' tries a day, however many ask and guess at once", async () => {
    const strangers = Array.from({ length: 24 }, (_, stranger) => new Browser(`198.51.${stranger}.1`));
    await Promise.all(strangers.map((stranger) => stranger.send(codes, "POST", { email })));
    const tried = strangers.flatMap((stranger) =>
      Array.from({ length: 7 }, () => stranger.send(sessions, "POST", { email, code: "000000", name: "Eve" })),
    );
    await Promise.all(tried);
    const rows = await db().signInCode.findMany();
    expect(rows).toHaveLength(24);
    expect(Math.max(...rows.map(({ tries }) => tries))).toBeLessThanOrEqual(5);
    const letters = (await db().devLetter.findMany()).map(({ text }) => /\b\d{6,12}\b/.exec(text)?.[0].length);
    expect(letters.filter((digits) => digits === 6)).toHaveLength(20);
    expect(letters.filter((digits) => digits === 12)).toHaveLength(4);
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
  return /\b\d{6,12}\b/.exec(letter.text)?.[0] ?? "";
}

async function signInBy(browser: Browser, email: string, name = "Ada") {
  return show(browser, email, await codeFor(browser, email), name);
}

const show = (browser: Browser, email: string, code: string, name = "Ada") =>
  browser.send(sessions, "POST", { email, code, name });

/** A browser that nobody has seen before asks for a code; answers the status. */
const askAsStranger = async (address: string, email: string): Promise<number> =>
  (await new Browser(address).send(codes, "POST", { email })).status;

const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

async function nobodyIsSignedIn(browser: Browser, sessionsBefore = 0): Promise<void> {
  expect(browser.cookies.has(SESSION)).toBe(false);
  await expect(callerOf(browser.request())).resolves.toBeNull();
  await expect(db().session.count()).resolves.toBe(sessionsBefore);
}
