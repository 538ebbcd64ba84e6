import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { PersonId } from "@/lib/domain/ids";
import { callerOf } from "@/lib/server/callers/find-caller";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { confirmName } from "@/lib/server/commands/people/confirm-name";
import { signInWithProvider } from "@/lib/server/commands/sign-in/sign-in-with-provider";
import { command } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { finishProviderSignIn } from "@/lib/server/sign-in/finish-provider-sign-in";
import { Browser } from "@/tests/support/browser";
import { CLIENT_ID, type Claims, FakeIssuer } from "@/tests/support/fake-issuer";

const naming = command(confirmName);
const starting = command(signInWithProvider);
const issuer = new FakeIssuer();

const instance = vi.hoisted(() => ({ changes: {} as Record<string, unknown> }));

vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.env(), ...instance.changes }) };
});

beforeAll(async () => {
  await issuer.start();
  instance.changes = {
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: "secret",
    OIDC_NAME: "Club",
  };
});
afterAll(() => issuer.stop());
beforeEach(() =>
  db()
    .person.deleteMany()
    .then(() => undefined),
);

describe("signing in with a provider", () => {
  test("makes a member once, and finds them again", async () => {
    const claims = { sub: "7", name: "Ada Krüger", email: "Ada@Example.org", email_verified: true };
    const browser = new Browser();
    const namePage = "http://localhost:3000/sign-in/name?next=%2Frooms%2F1";
    await expect(signIn(browser, claims, "/rooms/1")).resolves.toBe(namePage);
    await expect(browser.send(naming, "POST", { name: claims.name })).resolves.toMatchObject({ status: 200 });
    const again = signIn(new Browser(), { ...claims, email: "other@example.org" }, "/rooms/1");
    await expect(again).resolves.toBe("http://localhost:3000/rooms/1");
    const people = await db().person.findMany();
    expect(people).toMatchObject([{ name: "Ada Krüger", handle: "ada_krueger", email: "ada@example.org" }]);
    await expect(callerOf(browser.request())).resolves.toMatchObject({ id: people[0]?.id, kind: "member" });
  });

  test("meets the member of the same address if the provider has verified it", async () => {
    const ada = await member("ada@example.org");
    const browser = new Browser();
    await signIn(browser, { sub: "7", email: "ada@example.org", email_verified: true });
    await expect(callerOf(browser.request())).resolves.toMatchObject({ id: ada });
    await expect(db().person.count()).resolves.toBe(1);
  });

  test.each([{ email_verified: false }, {}])(
    "takes no address that the provider has not verified (%j)",
    async (verified) => {
      const ada = await member("ada@example.org");
      const browser = new Browser();
      await signIn(browser, { sub: "66", name: "Eve", email: "ada@example.org", ...verified });
      const caller = await callerOf(browser.request());
      expect(caller).not.toBeNull();
      expect(caller?.id).not.toBe(ada);
      await expect(db().person.findUniqueOrThrow({ where: { id: caller?.id } })).resolves.toMatchObject({
        email: null,
      });
    },
  );

  test("asks whoever is new to confirm the name, once; the handle follows it", async () => {
    const browser = new Browser();
    const claims = { sub: "7", name: "Ada Byron", email: "ada.private@example.org", email_verified: true };
    await signIn(browser, claims);
    await expect(browser.send(naming, "POST", { name: "\u2800" })).resolves.toMatchObject({ status: 422 });
    await expect(browser.send(naming, "POST", { name: "Countess" })).resolves.toMatchObject({
      status: 200,
      body: { person: { name: "Countess", handle: "countess" } },
    });
    await expect(browser.send(naming, "POST", { name: "Queen" })).resolves.toMatchObject({ status: 404 });
    await expect(db().person.findMany()).resolves.toMatchObject([{ name: "Countess", nameUnconfirmedAt: null }]);
  });

  test("makes no name of an address where the provider gives none", async () => {
    await signIn(new Browser(), { sub: "7", email: "ada.private@example.org", email_verified: true });
    const { name, handle } = await db().person.findFirstOrThrow();
    expect(`${name} ${handle}`).not.toMatch(/ada|private/i);
  });

  test("keeps a guest's seat for the name that they confirm", async () => {
    const guest = await db().person.create({ data: { kind: "guest", name: "Guest 1", portraitSeed: 3 } });
    const browser = new Browser();
    browser.keepCookie(guestCookie(guest.id as PersonId));
    await signIn(browser, { sub: "7", name: "Ada Byron" });
    expect(browser.cookies.has("plenum-guest")).toBe(true);
    await browser.send(naming, "POST", { name: "Countess" });
    expect(browser.cookies.has("plenum-guest")).toBe(false);
  });

  test("lands on this site only", async () => {
    await expect(signIn(new Browser(), { sub: "7" }, "//evil.example")).resolves.toBe(
      "http://localhost:3000/sign-in/name?next=%2F",
    );
    await db().person.updateMany({ data: { nameUnconfirmedAt: null } });
    await expect(signIn(new Browser(), { sub: "7" }, "//evil.example")).resolves.toBe("http://localhost:3000/");
  });

  test("is refused in a browser that did not start it", async () => {
    const [ada, eve] = [new Browser(), new Browser()];
    const query = await start(ada, { sub: "7" });
    await expect(finish(eve, query)).resolves.toBe("http://localhost:3000/sign-in?problem=failed");
    await expect(db().session.count()).resolves.toBe(0);
  });

  test("is refused for a banned person, by account and by address", async () => {
    await signIn(new Browser(), { sub: "66", email: "eve@example.org", email_verified: true });
    await db().person.updateMany({ data: { bannedAt: new Date() } });
    await db().session.deleteMany();
    for (const sub of ["66", "another"]) {
      const landed = await signIn(new Browser(), { sub, email: "eve@example.org", email_verified: true });
      expect(landed).toBe("http://localhost:3000/sign-in?problem=denied");
    }
    await expect(db().session.count()).resolves.toBe(0);
    await expect(db().person.count()).resolves.toBe(1);
  });

  test("does not exist for a provider that is not configured, nor for codes by a link", async () => {
    await expect(new Browser().send(starting, "POST", {}, { provider: "google" })).resolves.toMatchObject({
      status: 404,
    });
    await expect(new Browser().send(starting, "POST", {}, { provider: "email" })).resolves.toMatchObject({
      status: 404,
    });
    const link = new Browser().request("GET", undefined, "/api/auth/callback/email?email=ada@example.org&token=123456");
    expect((await finishProviderSignIn(link, "email")).status).toBe(404);
  });
});

async function signIn(browser: Browser, claims: Claims, next = "/"): Promise<string | null> {
  return finish(browser, await start(browser, claims, next));
}

/** The query with which the provider sends the browser back. */
async function start(browser: Browser, claims: Claims, next = "/"): Promise<string> {
  issuer.claims = claims;
  const answer = await browser.send(starting, "POST", { next }, { provider: "oidc" });
  expect(answer.status).toBe(200);
  return issuer.agree((answer.body as { url: string }).url);
}

/** Where the browser ends up. */
async function finish(browser: Browser, query: string): Promise<string | null> {
  const request = browser.request("GET", undefined, `/api/auth/callback/oidc?${query}`);
  const { headers } = await browser.take(await finishProviderSignIn(request, "oidc"));
  return headers.get("location");
}

async function member(email: string): Promise<string> {
  const { id } = await db().person.create({
    data: { kind: "member", handle: "ada", name: "Ada", email, portraitSeed: 1 },
  });
  return id;
}
