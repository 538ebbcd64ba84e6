import { beforeEach, describe, expect, test, vi } from "vitest";
import { callerOf } from "@/lib/server/callers/find-caller";
import { signInAsCast } from "@/lib/server/commands/sign-in/sign-in-as-cast";
import { command } from "@/lib/server/http/command";
import { devMail } from "@/lib/server/mail/dev-mail";
import { db } from "@/lib/server/postgres/db";
import { signInWays } from "@/lib/server/sign-in/sign-in-ways";
import { plantCast } from "@/prisma/plant-cast";
import { Browser } from "@/tests/support/browser";

const entering = command(signInAsCast);

/** As the web entry marks what comes from this machine; who does is its test's to say. */
const HERE = new Headers({ host: "localhost:3000", "x-plenum-from-here": "1" });

const instance = vi.hoisted(() => ({ changes: {} as Record<string, unknown> }));

vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  return { ...real, env: () => ({ ...real.env(), ...instance.changes }) };
});

beforeEach(async () => {
  instance.changes = {};
  await db().person.deleteMany();
  await db().show.deleteMany();
});

describe("the one-tap cast", () => {
  beforeEach(() => plantCast());

  test("signs in through the ordinary way and leaves an ordinary session", async () => {
    const browser = new Browser();
    await expect(browser.send(entering, "POST", {}, { handle: "ada" })).resolves.toMatchObject({ status: 201 });
    const { id } = await db().person.findUniqueOrThrow({ where: { handle: "ada" } });
    await expect(callerOf(browser.request())).resolves.toMatchObject({ id, kind: "member" });
    await expect(db().signInCode.findFirstOrThrow()).resolves.toMatchObject({ usedAt: expect.any(Date) });
  });

  test("is Ada, Ben, Cleo, Dev and Eve, in that order", async () => {
    const { cast } = await signInWays(HERE);
    expect(cast.map(({ handle }) => handle)).toEqual(["ada", "ben", "cleo", "dev", "eve"]);
  });

  test("is nobody who is not of the cast", async () => {
    await db().person.create({ data: { kind: "member", handle: "zoe", name: "Zoe", portraitSeed: 1 } });
    await expect(new Browser().send(entering, "POST", {}, { handle: "zoe" })).resolves.toMatchObject({ status: 404 });
    await expect(db().session.count()).resolves.toBe(0);
  });

  test.each([[{ "x-plenum-from-here": "0" }], [{ host: "localhost:3000" }]])(
    "does not exist for whoever is not of this machine (%o), nor does the page of letters",
    async (marks) => {
      const headers = new Headers(marks);
      const request = new Request("http://localhost:3000/", { method: "POST", headers });
      expect((await entering(request, { params: Promise.resolve({ handle: "ada" }) })).status).toBe(404);
      await expect(db().session.count()).resolves.toBe(0);
      await expect(devMail(headers)).resolves.toBeNull();
      await expect(signInWays(headers)).resolves.toMatchObject({ cast: [], mailOnPage: false });
    },
  );

  test.each([
    ["without local mode", { PLENUM_LOCAL: false }],
    ["with a public address", { PLENUM_LOCAL: true, PLENUM_URL: "https://plenum.example" }],
    ["on an address of the network", { PLENUM_LOCAL: true, PLENUM_URL: "http://192.168.1.7:3000" }],
  ])("does not exist %s, nor does the page of letters", async (_, changes) => {
    instance.changes = changes;
    const browser = new Browser();
    const request = new Request("http://localhost:3000/", { method: "POST", headers: HERE });
    const answer = await browser.take(await entering(request, { params: Promise.resolve({ handle: "ada" }) }));
    expect(answer.status).toBe(404);
    expect(browser.cookies.size).toBe(0);
    await expect(db().session.count()).resolves.toBe(0);
    await expect(devMail(HERE)).resolves.toBeNull();
    await expect(signInWays(HERE)).resolves.toEqual({
      email: false,
      mailOnPage: false,
      providers: [],
      newcomers: { mode: "open", invitedBy: null },
      cast: [],
    });
  });
});

describe("the seed", () => {
  test("changes nothing the second time", async () => {
    await plantCast();
    const counts = async () => [
      await db().person.count(),
      await db().follow.count(),
      await db().room.count(),
      await db().show.count(),
    ];
    const before = await counts();
    await plantCast();
    await expect(counts()).resolves.toEqual(before);
    expect(before.every((count) => count > 0)).toBe(true);
  });

  test("keeps what people changed", async () => {
    await plantCast();
    const ada = await db().person.findUniqueOrThrow({ where: { handle: "ada" } });
    await db().person.update({ where: { id: ada.id }, data: { handle: "adele", name: "Adele" } });
    await db().follow.deleteMany({ where: { followerId: ada.id } });
    await plantCast();
    await expect(db().person.findUniqueOrThrow({ where: { id: ada.id } })).resolves.toMatchObject({
      handle: "adele",
      name: "Adele",
    });
    await expect(db().person.count({ where: { handle: "ada" } })).resolves.toBe(0);
    await expect(db().follow.count({ where: { followerId: ada.id } })).resolves.toBe(0);
  });

  test("leaves a handle to whoever has it, and that one of the cast stays away", async () => {
    const real = await db().person.create({
      data: { kind: "member", handle: "ada", name: "Real Ada", portraitSeed: 1 },
    });
    await plantCast();
    await expect(db().person.findMany({ where: { handle: "ada" } })).resolves.toMatchObject([
      { id: real.id, name: "Real Ada", cast: false },
    ]);
    await expect(db().room.count({ where: { createdById: real.id } })).resolves.toBe(0);
  });

  test("moves dates that have passed on, and those ahead not", async () => {
    await plantCast(new Date("2026-11-01T12:00:00Z"));
    const before = await db().room.findMany({ where: { status: "scheduled" }, orderBy: { id: "asc" } });
    const later = new Date("2026-11-03T12:00:00Z");
    await plantCast(later);
    const after = await db().room.findMany({ where: { status: "scheduled" }, orderBy: { id: "asc" } });
    for (const [place, room] of before.entries()) {
      const moved = after[place]?.scheduledFor ?? new Date(0);
      expect(moved.getTime()).toBeGreaterThan(later.getTime());
      if (room.scheduledFor && room.scheduledFor > later) expect(moved).toEqual(room.scheduledFor);
    }
  });

  test("keeps one demo room live, and opens a new one when the last has ended", async () => {
    await plantCast();
    const [demo] = await db().room.findMany({ where: { demo: true } });
    await db().room.updateMany({ where: { demo: true }, data: { status: "ended", endedAt: new Date() } });
    await plantCast();
    const live = await db().room.findMany({ where: { demo: true, status: "live" } });
    expect(live).toHaveLength(1);
    expect(live[0]?.id).not.toBe(demo?.id);
    await expect(db().room.count({ where: { status: "live", demo: false } })).resolves.toBe(0);
  });
});
