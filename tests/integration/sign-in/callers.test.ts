import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { LIMITS } from "@/lib/domain/limits/limits";
import { createGuest } from "@/lib/server/admission/guests";
import { callerOf } from "@/lib/server/callers/find-caller";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { hashOf } from "@/lib/server/callers/secrets";
import { createAccessToken } from "@/lib/server/commands/sign-in/create-access-token";
import { revokeAccessToken } from "@/lib/server/commands/sign-in/revoke-access-token";
import { command } from "@/lib/server/http/command";
import { query } from "@/lib/server/http/query";
import { db, hotPool } from "@/lib/server/postgres/db";
import { noInput, nothing } from "@/lib/wire/fields";
import { Browser } from "@/tests/support/browser";

const SESSION = "next-auth.session-token";

let ada: string;
let ben: string;

beforeEach(async () => {
  await db().rateLimit.deleteMany();
  await db().person.deleteMany();
  ada = await member("ada");
  ben = await member("ben");
});

describe("who asks", () => {
  test("is nobody without a credential, and Postgres is not asked", async () => {
    const asked = vi.spyOn(hotPool(), "query");
    await expect(callerOf(new Request("http://localhost:3000/"))).resolves.toBeNull();
    await expect(callerOf(withBearer("not ours"))).resolves.toBeNull();
    await expect(callerOf(withCookie("plenum-guest=forged.value"))).resolves.toBeNull();
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  test("is looked up together with all who ask at the same moment", async () => {
    const requests = await Promise.all(
      Array.from({ length: 25 }, async () => [
        withCookie(`${SESSION}=${await session(ada)}`),
        withBearer(await token(ben)),
      ]),
    );
    const asked = vi.spyOn(hotPool(), "query");
    const callers = await Promise.all(requests.flat().map(callerOf));
    expect(callers.filter((caller) => caller?.id === ada)).toHaveLength(25);
    expect(callers.filter((caller) => caller?.id === ben)).toHaveLength(25);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
    asked.mockRestore();
  });

  test("is whom the bearer token names, never the cookies beside it", async () => {
    const cookie = `${SESSION}=${await session(ada)}`;
    const both = (bearer: string) =>
      new Request("http://localhost:3000/", { headers: { cookie, authorization: `Bearer ${bearer}` } });
    await expect(callerOf(both(await token(ben)))).resolves.toMatchObject({ id: ben, scopes: ["read", "write"] });
    await expect(callerOf(both(`plnm_${"x".repeat(43)}`))).resolves.toBeNull();
    await expect(callerOf(both(""))).resolves.toBeNull();
  });

  test.each([
    ["an expired session", async () => withCookie(`${SESSION}=${await session(ada, new Date(Date.now() - 1))}`)],
    ["a session of nobody", async () => withCookie(`${SESSION}=${randomUUID()}`)],
    [
      "a session's hash instead of its token",
      async () => withCookie(`${SESSION}=${hashOf(await session(ada)).toString("hex")}`),
    ],
    ["a revoked token", async () => withBearer(await token(ada, { revokedAt: new Date() }))],
    ["a token's hash", async () => withBearer(hashOf(await token(ada)).toString("hex"))],
    ["a member's id, signed like a guest's", async () => withCookie(await guestCookieOf(ada))],
  ])("is nobody with %s", async (_, make) => {
    await expect(callerOf(await make())).resolves.toBeNull();
  });

  test("is nobody once banned, by any credential", async () => {
    const [cookie, bearer] = [await session(ada), await token(ada)];
    await db().person.updateMany({ where: { id: ada }, data: { bannedAt: new Date() } });
    await expect(callerOf(withCookie(`${SESSION}=${cookie}`))).resolves.toBeNull();
    await expect(callerOf(withBearer(bearer))).resolves.toBeNull();
  });

  test("has no admin's power by an access token", async () => {
    await db().person.updateMany({ where: { id: ada }, data: { admin: true } });
    await expect(callerOf(withCookie(`${SESSION}=${await session(ada)}`))).resolves.toMatchObject({ admin: true });
    await expect(callerOf(withBearer(await token(ada)))).resolves.toMatchObject({ admin: false });
  });
});

describe("guests", () => {
  test("are known again by their cookie while their row exists", async () => {
    const guest = await createGuest(new Browser().request("POST"));
    if (!guest.ok) throw new Error("no guest");
    const set = guestCookie(guest.value.id);
    const cookie = set.split(";")[0] ?? "";
    expect(set).toMatch(/; HttpOnly; SameSite=Lax/);
    await expect(callerOf(withCookie(cookie))).resolves.toEqual(guest.value);
    await expect(callerOf(withCookie(cookie.slice(0, -3)))).resolves.toBeNull();
    await db().person.delete({ where: { id: guest.value.id } });
    await expect(callerOf(withCookie(cookie))).resolves.toBeNull();
  });

  test("of one address are limited, those of another are not", async () => {
    const crowd = new Browser("2001:db8:7::1").request("POST");
    const made = await Promise.all(
      Array.from({ length: LIMITS.guestsFromAddress.points + 20 }, () => createGuest(crowd)),
    );
    expect(made.filter((one) => one.ok)).toHaveLength(LIMITS.guestsFromAddress.points);
    await expect(createGuest(new Browser("2001:db8:7::ffff").request("POST"))).resolves.toMatchObject({
      refusal: "too_many",
    });
    await expect(db().person.count({ where: { kind: "guest" } })).resolves.toBe(LIMITS.guestsFromAddress.points);
    await expect(createGuest(new Browser("198.51.100.9").request("POST"))).resolves.toMatchObject({ ok: true });
  });

  test("are limited for all IPv6 networks that one customer has", async () => {
    const { points } = LIMITS.guestsFromSite;
    const networks = Array.from({ length: points + 5 }, (_, net) => `2001:db8:8:7${(net + 16).toString(16)}::1`);
    const made = await Promise.all(networks.map((from) => createGuest(new Browser(from).request("POST"))));
    expect(made.filter((one) => one.ok)).toHaveLength(points);
    await expect(createGuest(new Browser("2001:db8:8:800::1").request("POST"))).resolves.toMatchObject({ ok: true });
  });
});

describe("access tokens", () => {
  const making = command(createAccessToken);
  const revoking = command(revokeAccessToken);

  test("are shown once and stored hashed", async () => {
    const answer = await (await signedIn(ada)).send(making, "POST", { name: "My bot", scopes: ["read"] });
    const { token: made } = answer.body as { token: string };
    expect(answer.status).toBe(201);
    expect(made).toMatch(/^plnm_[\w-]{43}$/);
    const kept = await db().accessToken.findFirstOrThrow();
    expect(Buffer.from(kept.tokenHash)).toEqual(hashOf(made));
    await expect(callerOf(withBearer(made))).resolves.toMatchObject({ id: ada, scopes: ["read"] });
  });

  test("do only what their scopes say", async () => {
    const write = command({
      who: "member",
      limit: { none: "a test" },
      input: noInput,
      output: nothing,
      refusals: [],
      summary: "",
      run: async () => ({ ok: true, value: null }),
    });
    const read = query({
      summary: "",
      who: "anyone",
      output: z.object({ seen: z.boolean() }),
      ask: async () => ({ seen: true }),
    });
    const nowhere = { params: Promise.resolve({}) };
    const [readOnly, writeOnly] = [await token(ada, { scopes: ["read"] }), await token(ada, { scopes: ["write"] })];
    expect((await read(withBearer(readOnly), nowhere)).status).toBe(200);
    expect((await write(withBearer(readOnly, "POST"), nowhere)).status).toBe(403);
    expect((await write(withBearer(writeOnly, "POST"), nowhere)).status).toBe(204);
    expect((await read(withBearer(writeOnly), nowhere)).status).toBe(403);
  });

  test("make no other tokens", async () => {
    const answer = await making(withBearer(await token(ada), "POST", { name: "Another" }), {
      params: Promise.resolve({}),
    });
    expect(answer.status).toBe(403);
    await expect(db().accessToken.count()).resolves.toBe(1);
  });

  test("are revoked by their owner alone", async () => {
    const bearer = await token(ada);
    const { id: tokenId } = await db().accessToken.findFirstOrThrow();
    await expect((await signedIn(ben)).send(revoking, "DELETE", {}, { tokenId })).resolves.toMatchObject({
      status: 404,
    });
    await expect(callerOf(withBearer(bearer))).resolves.not.toBeNull();
    await expect((await signedIn(ada)).send(revoking, "DELETE", {}, { tokenId })).resolves.toMatchObject({
      status: 204,
    });
    await expect(callerOf(withBearer(bearer))).resolves.toBeNull();
    await expect((await signedIn(ada)).send(revoking, "DELETE", {}, { tokenId: "nonsense" })).resolves.toMatchObject({
      status: 404,
    });
  });

  test.each([
    { name: "" },
    { name: "\u202e\u0301" },
    { name: "x", scopes: [] },
    { name: "x", scopes: ["admin"] },
    { name: "x", personId: "y" },
  ])("are not made of %j", async (input) => {
    await expect((await signedIn(ada)).send(making, "POST", input)).resolves.toMatchObject({ status: 422 });
    await expect(db().accessToken.count()).resolves.toBe(0);
  });
});

async function member(handle: string): Promise<string> {
  const { id } = await db().person.create({ data: { kind: "member", handle, name: handle, portraitSeed: 1 } });
  return id;
}

async function session(personId: string, expiresAt = new Date(Date.now() + 60_000)): Promise<string> {
  const made = randomUUID();
  await db().session.create({ data: { tokenHash: hashOf(made), personId, expiresAt } });
  return made;
}

async function token(personId: string, more: { revokedAt?: Date; scopes?: string[] } = {}): Promise<string> {
  const made = `plnm_${randomUUID()}${"x".repeat(7)}`;
  await db().accessToken.create({
    data: { personId, name: "test", scopes: ["read", "write"], tokenHash: hashOf(made), ...more },
  });
  return made;
}

async function signedIn(personId: string): Promise<Browser> {
  const browser = new Browser();
  browser.cookies.set(SESSION, await session(personId));
  return browser;
}

async function guestCookieOf(personId: string): Promise<string> {
  const { guestCookie } = await import("@/lib/server/callers/guest-cookie");
  return guestCookie(personId as never).split(";")[0] ?? "";
}

const withCookie = (cookie: string): Request => new Request("http://localhost:3000/", { headers: { cookie } });

const withBearer = (bearer: string, method = "GET", input?: object): Request =>
  new Request("http://localhost:3000/", {
    method,
    headers: { authorization: `Bearer ${bearer}` },
    body: input && JSON.stringify(input),
  });
