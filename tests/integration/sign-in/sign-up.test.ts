import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { callerOf } from "@/lib/server/callers/find-caller";
import { makeInviteCode } from "@/lib/server/commands/invite-codes/make-invite-code";
import { confirmName } from "@/lib/server/commands/people/confirm-name";
import { askForCode } from "@/lib/server/commands/sign-in/ask-for-code";
import { bringInviteCode } from "@/lib/server/commands/sign-in/bring-invite-code";
import { signInAsCast } from "@/lib/server/commands/sign-in/sign-in-as-cast";
import { signInWithCode } from "@/lib/server/commands/sign-in/sign-in-with-code";
import { signInWithProvider } from "@/lib/server/commands/sign-in/sign-in-with-provider";
import { command } from "@/lib/server/http/command";
import { db } from "@/lib/server/postgres/db";
import { createMember } from "@/lib/server/sign-in/create-member";
import { finishProviderSignIn } from "@/lib/server/sign-in/finish-provider-sign-in";
import { plantCast } from "@/prisma/plant-cast";
import { Browser } from "@/tests/support/browser";
import { CLIENT_ID, FakeIssuer } from "@/tests/support/fake-issuer";

const codes = command(askForCode);
const sessions = command(signInWithCode);
const cast = command(signInAsCast);
const providers = command(signInWithProvider);
const bringing = command(bringInviteCode);
const making = command(makeInviteCode);
const naming = command(confirmName);
const issuer = new FakeIssuer();

const instance = vi.hoisted(() => ({ changes: {} as Record<string, unknown> }));

vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.env(), ...instance.changes }) };
});

type Mode = "open" | "invited" | "closed";

const inMode = (mode: Mode): void => {
  instance.changes = { ...instance.changes, PLENUM_SIGN_UP: mode };
};

beforeAll(async () => {
  await issuer.start();
  instance.changes = { OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: "secret" };
});
afterAll(() => issuer.stop());

let ben: string;
beforeEach(async () => {
  await db().devLetter.deleteMany();
  await db().signInCode.deleteMany();
  await db().rateLimit.deleteMany();
  await db().person.deleteMany();
  ben = (await createMember({ email: "ben@example.org", name: "Ben", isConfirmed: true })).id;
  inMode("open");
});

/** Every way that ends in an account, and what somebody new is told by it. */
const WAYS = {
  "a mailed code": async (browser: Browser): Promise<string> => {
    const answer = await byMail(browser, "nina@example.org");
    return answer.status === 201 ? "in" : (answer.body as { error: { code: string } }).error.code;
  },
  "a provider": async (browser: Browser): Promise<string> => {
    const landed = await byProvider(browser, "7");
    return landed?.includes("/sign-in/name") ? "in" : (new URL(landed ?? "").searchParams.get("problem") ?? "");
  },
} as const;

const CODES = {
  "no code": async () => undefined,
  "an open code": async (browser: Browser) => void (await bring(browser, {})),
  "a code that is used up": async (browser: Browser) => bring(browser, { uses: 1 }),
  "a code that is too old": async (browser: Browser) => bring(browser, { expiresAt: new Date(0) }),
  "a revoked code": async (browser: Browser) => bring(browser, { revokedAt: new Date() }),
  "the code of somebody banned": async (browser: Browser) => {
    await bring(browser, {});
    await db().person.update({ where: { id: ben }, data: { bannedAt: new Date() } });
  },
  "the code of somebody gone": async (browser: Browser) => {
    await bring(browser, {});
    await db().person.update({ where: { id: ben }, data: { givenUpAt: new Date() } });
  },
} as const;

/** What comes of each code in each mode. `by Ben`: in, and brought by him. */
const GRID: Record<keyof typeof CODES, Record<Mode, string>> = {
  "no code": { open: "in", invited: "invite_needed", closed: "sign_up_closed" },
  "an open code": { open: "by Ben", invited: "by Ben", closed: "sign_up_closed" },
  "a code that is used up": { open: "in", invited: "invite_spent", closed: "sign_up_closed" },
  "a code that is too old": { open: "in", invited: "invite_spent", closed: "sign_up_closed" },
  "a revoked code": { open: "in", invited: "invite_needed", closed: "sign_up_closed" },
  "the code of somebody banned": { open: "in", invited: "invite_needed", closed: "sign_up_closed" },
  "the code of somebody gone": { open: "in", invited: "invite_needed", closed: "sign_up_closed" },
};

const CASES = Object.keys(WAYS).flatMap((way) =>
  Object.entries(GRID).flatMap(([code, row]) =>
    Object.entries(row).map(([mode, outcome]) => ({ way, code, mode, outcome })),
  ),
) as { way: keyof typeof WAYS; code: keyof typeof CODES; mode: Mode; outcome: string }[];

describe("somebody new", () => {
  test.each(CASES)("by $way with $code, where the house is $mode: $outcome", async ({ way, code, mode, outcome }) => {
    const browser = new Browser();
    await CODES[code](browser);
    const usesBefore = await usesOfBen();
    inMode(mode);
    const told = await WAYS[way](browser);
    const nina = await db().person.findFirst({ where: { id: { not: ben } } });
    if (outcome !== "in" && outcome !== "by Ben") {
      expect(told).toBe(outcome);
      expect(nina).toBeNull();
      await expect(db().session.count()).resolves.toBe(0);
      await expect(usesOfBen()).resolves.toBe(usesBefore);
      return;
    }
    expect(told).toBe("in");
    expect(nina?.nominatedById).toBe(outcome === "by Ben" ? ben : null);
    expect(nina?.welcomeDueAt).not.toBeNull();
    await expect(usesOfBen()).resolves.toBe(usesBefore + (outcome === "by Ben" ? 1 : 0));
    await expect(callerOf(browser.request())).resolves.toMatchObject({ id: nina?.id });
    expect(browser.cookies.has("plenum-invite")).toBe(false);
  });

  test("who is kept out enters a code then, and the mailed code still counts", async () => {
    inMode("invited");
    const browser = new Browser();
    const code = await mailedTo(browser, "nina@example.org");
    const show = () => browser.send(sessions, "POST", { email: "nina@example.org", code, name: "Nina" });
    await expect(show()).resolves.toMatchObject({ status: 403, body: { error: { code: "invite_needed" } } });
    await bring(browser, {});
    await expect(show()).resolves.toMatchObject({ status: 201 });
  });

  test("is asked for a name only where there will be an account", async () => {
    inMode("closed");
    const browser = new Browser();
    const code = await mailedTo(browser, "nina@example.org");
    const answer = await browser.send(sessions, "POST", { email: "nina@example.org", code });
    expect(answer).toMatchObject({ status: 403, body: { error: { code: "sign_up_closed" } } });
  });

  test("brings no code but one that was found to be one: a made-up cookie counts for nothing", async () => {
    inMode("invited");
    const browser = new Browser();
    const { id } = await codeOfBen({});
    browser.cookies.set("plenum-invite", `${id}.${"A".repeat(43)}`);
    await expect(WAYS["a mailed code"](browser)).resolves.toBe("invite_needed");
  });
});

describe("members", () => {
  test.each(["invited", "closed"] as const)("sign in by every way where the house is %s", async (mode) => {
    await byProvider(new Browser(), "7");
    await db().person.updateMany({ data: { nameUnconfirmedAt: null } });
    await plantCast();
    inMode(mode);
    await expect(byMail(new Browser(), "ben@example.org")).resolves.toMatchObject({ status: 201 });
    await expect(byProvider(new Browser(), "7")).resolves.toBe("http://localhost:3000/");
    await expect(new Browser().send(cast, "POST", {}, { handle: "ada" })).resolves.toMatchObject({ status: 201 });
    await db().show.deleteMany();
  });

  test("use up no code, and nobody becomes theirs", async () => {
    inMode("invited");
    const browser = new Browser();
    await bring(browser, {});
    await byMail(browser, "ben@example.org");
    await expect(usesOfBen()).resolves.toBe(0);
    await expect(db().person.findUniqueOrThrow({ where: { id: ben } })).resolves.toMatchObject({ nominatedById: null });
  });

  test("cannot be told from strangers by anybody who has no right code", async () => {
    inMode("closed");
    const eve = new Browser("192.0.2.66");
    const answers = [];
    for (const email of ["ben@example.org", "nobody@example.org"]) {
      const asked = await eve.send(codes, "POST", { email });
      const shown = await eve.send(sessions, "POST", { email, code: "000000", name: "Eve" });
      answers.push([asked.status, { ...(asked.body as object), email: "" }, shown.status, shown.body]);
    }
    expect(answers[0]).toEqual(answers[1]);
    await expect(db().devLetter.count()).resolves.toBe(2);
  });
});

describe("the last use of a code", () => {
  test.each(["invited", "open"] as const)("is one person's, however many come at once (%s)", async (mode) => {
    const { code } = await codeOfBen({ maxUses: 3, uses: 1 });
    inMode(mode);
    const crowd = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const browser = new Browser(`198.51.100.${at + 1}`);
        await browser.send(bringing, "POST", { code });
        return { browser, email: `nina${at}@example.org`, mailed: await mailedTo(browser, `nina${at}@example.org`) };
      }),
    );
    const answers = await Promise.all(
      crowd.map(({ browser, email, mailed }) =>
        browser.send(sessions, "POST", { email, code: mailed, name: "Nina Same" }),
      ),
    );
    const brought = await db().person.count({ where: { nominatedById: ben } });
    expect(brought).toBe(2);
    await expect(usesOfBen()).resolves.toBe(3);
    const kept = answers.filter(({ status }) => status === 409);
    expect(kept).toHaveLength(mode === "open" ? 0 : 6);
    for (const { body } of kept) expect(body).toMatchObject({ error: { code: "invite_spent" } });
    await expect(db().person.count({ where: { id: { not: ben } } })).resolves.toBe(mode === "open" ? 8 : 2);
  });

  test("is not taken by an account that was not made", async () => {
    const { code } = await codeOfBen({});
    const pair = await Promise.all(
      [1, 2].map(async (at) => {
        const browser = new Browser(`198.51.100.${at}`);
        await browser.send(bringing, "POST", { code });
        return { browser, mailed: await mailedTo(browser, "nina@example.org") };
      }),
    );
    const show = ({ browser, mailed }: (typeof pair)[number]) =>
      browser.send(sessions, "POST", { email: "nina@example.org", code: mailed, name: "Nina" });
    await Promise.all(pair.map(show));
    await expect(db().person.count({ where: { email: "nina@example.org" } })).resolves.toBe(1);
    await expect(usesOfBen()).resolves.toBe(1);
  });
});

test("a provider's newcomer keeps who brought them while they confirm their name", async () => {
  inMode("invited");
  const browser = new Browser();
  await bring(browser, {});
  await byProvider(browser, "7");
  await browser.send(naming, "POST", { name: "Nina" });
  await expect(db().person.findFirstOrThrow({ where: { handle: "nina" } })).resolves.toMatchObject({
    nominatedById: ben,
  });
});

/** A code that Ben makes, and then these changes to it. */
async function codeOfBen(change: { uses?: number; maxUses?: number; expiresAt?: Date; revokedAt?: Date }) {
  const browser = new Browser();
  await byMail(browser, "ben@example.org");
  const answer = await browser.send(making, "POST", { uses: 1 });
  const { code, id } = (answer.body as { code: { code: string; id: string } }).code;
  await db().inviteCode.update({ where: { id }, data: change });
  await db().session.deleteMany();
  return { code, id };
}

/** The browser comes by a code while it counts, which then becomes what it is to be. */
async function bring(browser: Browser, change: Parameters<typeof codeOfBen>[0]): Promise<void> {
  const { code, id } = await codeOfBen({});
  await expect(browser.send(bringing, "POST", { code })).resolves.toMatchObject({ status: 200 });
  await db().inviteCode.update({ where: { id }, data: change });
}

const usesOfBen = async (): Promise<number> =>
  (await db().inviteCode.findMany({ where: { personId: ben } })).reduce((sum, { uses }) => sum + uses, 0);

async function mailedTo(browser: Browser, email: string): Promise<string> {
  await expect(browser.send(codes, "POST", { email })).resolves.toMatchObject({ status: 202 });
  const letter = await db().devLetter.findFirstOrThrow({ where: { to: email }, orderBy: { id: "desc" } });
  return /\b\d{6,12}\b/.exec(letter.text)?.[0] ?? "";
}

async function byMail(browser: Browser, email: string) {
  const code = await mailedTo(browser, email);
  return browser.send(sessions, "POST", { email, code, name: "Nina" });
}

/** Where the browser ends up. */
async function byProvider(browser: Browser, sub: string): Promise<string | null> {
  issuer.claims = { sub, name: "Nina" };
  const { body } = await browser.send(providers, "POST", { next: "/" }, { provider: "oidc" });
  const query = await issuer.agree((body as { url: string }).url);
  const request = browser.request("GET", undefined, `/api/auth/callback/oidc?${query}`);
  return (await browser.take(await finishProviderSignIn(request, "oidc"))).headers.get("location");
}
