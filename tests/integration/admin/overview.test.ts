import { randomBytes } from "node:crypto";
import { describe, expect } from "vitest";
import { GET as events } from "@/app/api/admin/events/route";
import { GET as history } from "@/app/api/admin/history/route";
import { GET as limits } from "@/app/api/admin/limits/route";
import { GET as numbers } from "@/app/api/admin/numbers/route";
import { DELETE as leave } from "@/app/api/rooms/[roomId]/seat/route";
import { LIMITS } from "@/lib/domain/limits/limits";
import { hashOf } from "@/lib/server/callers/secrets";
import { writeHits } from "@/lib/server/limits/limit-hits";
import { spend } from "@/lib/server/limits/limits";
import { db } from "@/lib/server/postgres/db";
import { adminHistory } from "@/lib/server/queries/admin/admin-history";
import { takeSample, thinSamples } from "@/lib/server/sweeping/take-sample";
import type { AdminLimits, AdminNumbers } from "@/lib/wire/admin/numbers";
import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

const NO_PARAMS = { params: Promise.resolve({}) };
const ADMIN = { admin: true };

/** A request of Gil's browser, who is an admin. */
async function ofGil(scene: Scene, signal?: AbortSignal): Promise<Request> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 60_000);
  await db().session.create({ data: { tokenHash: hashOf(token), personId: scene.id.gil, expiresAt } });
  const headers = { cookie: `next-auth.session-token=${token}` };
  return new Request("http://localhost:3000/", { headers, ...(signal && { signal }) });
}

it.beforeEach(async ({ scene }) => {
  await db().person.update({ where: { id: scene.id.gil }, data: { admin: true } });
  await db().sample.deleteMany();
  await db().limitHit.deleteMany();
});

const read = async (scene: Scene): Promise<AdminNumbers> =>
  (await numbers(await ofGil(scene), NO_PARAMS)).json() as Promise<AdminNumbers>;

/** The same, counted plainly. */
async function counted() {
  const live = { status: "live" as const };
  return {
    rooms: await db().room.count({ where: { ...live, mainRoomId: null } }),
    halls: await db().room.count({ where: { ...live, mainRoomId: { not: null } } }),
    people: await db().seat.count({ where: { closedAt: null, room: live } }),
    onStage: await db().seat.count({ where: { closedAt: null, role: { not: "listener" }, room: live } }),
    jobs: await db().personalPush.count(),
  };
}

describe("an admin's numbers", () => {
  it("are those of the database, also after somebody left", async ({ scene }) => {
    await expect.poll(async () => (await read(scene)).counts).toMatchObject(await counted());
    expect((await scene.ask("dev", leave, { body: {} })).status).toBe(204);
    const after = await counted();
    expect(after.people).toBeGreaterThan(0);
    await expect.poll(async () => (await read(scene)).counts, { timeout: 5_000 }).toMatchObject(after);
  });

  it("count a seat that was taken within the last minute, and none from before", async ({ scene }) => {
    await expect.poll(async () => (await read(scene)).counts.joins).toBeGreaterThan(0);
    const before = new Date(Date.now() - 61_000);
    const hex = before.getTime().toString(16).padStart(12, "0");
    const rows = await db().$queryRaw<{ id: string }[]>`SELECT id FROM seat`;
    for (const [place, { id }] of rows.entries()) {
      const old = `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(place).padStart(12, "0")}`;
      await db().$executeRaw`UPDATE seat SET id = ${old}::uuid WHERE id = ${id}::uuid`;
    }
    await expect.poll(async () => (await read(scene)).counts.joins, { timeout: 5_000 }).toBe(0);
  });

  it("say that nobody sweeps where no worker runs", async ({ scene }) => {
    const states = async () => new Map((await read(scene)).health.map(({ part, state }) => [part, state]));
    await db().workLease.deleteMany();
    await expect.poll(async () => (await states()).get("worker"), { timeout: 5_000 }).toBe("away");
    const leaseUntil = new Date(Date.now() + 60_000);
    await db().workLease.create({ data: { name: "sweep", holder: "test", leaseUntil } });
    await expect.poll(async () => (await states()).get("worker"), { timeout: 5_000 }).toBe("well");
  });

  it("are told as events, until whoever listens is no admin any more", async ({ scene }) => {
    const answer = await events(await ofGil(scene));
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) throw new Error("no stream");
    let heard = "";
    while (!heard.includes("data: ")) heard += (await reader.read()).value ?? "";
    expect(heard).toContain('"counts"');
    await db().person.update({ where: { id: scene.id.gil }, data: { admin: false } });
    let ended = false;
    while (!ended) ended = (await reader.read()).done;
    expect(ended).toBe(true);
  });

  it("are nobody else's, nor is anything beside them", async ({ scene }) => {
    for (const who of ["ada", "dev", "gil"] as const) {
      // Gil's access token is no admin's either.
      for (const route of [numbers, history, limits, events])
        expect((await scene.ask(who, route, { search: "?" })).status).toBe(404);
    }
    for (const route of [numbers, history, limits, events])
      expect((await route(new Request("http://localhost:3000/"), NO_PARAMS)).status).toBe(404);
  });
});

const NOW = new Date("2026-11-20T20:30:00Z");
const ago = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const NONE = { rooms: 0, halls: 0, people: 0, onStage: 0, joins: 0, refused: 0, waiting: 0, jobs: 0 };
const was = (minutes: number, people: number) => db().sample.create({ data: { ...NONE, at: ago(minutes), people } });

describe("what there was", () => {
  it("is written down once a minute, however many workers do it", async ({ scene }) => {
    const at = new Date();
    await Promise.all([takeSample(at), takeSample(at)]);
    const { rooms, people, onStage } = await counted();
    const written = await db().sample.findMany();
    expect(written).toMatchObject([{ rooms, people, onStage }]);
    expect(written[0]?.at.getTime()).toBe(Math.floor(at.getTime() / 60_000) * 60_000);
    expect(scene.roomId).toBeTruthy();
  });

  it("is the most in each stretch, the oldest first, and nothing of before", async () => {
    for (const [minutes, people] of [
      [2, 5],
      [3, 9],
      [7, 4],
      [24 * 60 + 1, 99],
    ] as const)
      await was(minutes, people);
    const { points } = (await adminHistory(ADMIN, "day", NOW)) ?? { points: [] };
    expect(points.map(({ at, people }) => [at, people])).toEqual([
      ["2026-11-20T20:20:00.000Z", 4],
      ["2026-11-20T20:25:00.000Z", 9],
    ]);
    expect((await adminHistory(ADMIN, "week", NOW))?.points.map(({ people }) => people)).toEqual([99, 9]);
  });

  it("becomes hours when it is old, and is gone after a quarter, however often that is done", async () => {
    const threeDays = 3 * 24 * 60;
    for (const [minutes, people] of [
      [threeDays + 1, 3],
      [threeDays + 2, 8],
      [threeDays + 30, 2],
      [5, 7],
    ] as const)
      await was(minutes, people);
    await was(91 * 24 * 60, 1);
    for (let turn = 0; turn < 2; turn++) {
      await thinSamples(NOW);
      const kept = await db().sample.findMany({ orderBy: { at: "asc" } });
      expect(kept.map(({ at, people }) => [at.toISOString(), people])).toEqual([
        ["2026-11-17T20:00:00.000Z", 8],
        [ago(5).toISOString(), 7],
      ]);
    }
  });
});

describe("limits that people met", () => {
  it("are counted by whom they refused, over all processes, the most first", async ({ scene }) => {
    const met = async () => (await (await limits(await ofGil(scene), NO_PARAMS)).json()) as AdminLimits;
    await writeHits();
    await db().limitHit.deleteMany();
    const { points, duration } = LIMITS.noticesOfPerson;
    for (let use = 0; use < points + 3; use++) await spend("noticesOfPerson", "an admin's test");
    await writeHits();
    await writeHits();
    expect((await met()).limits).toMatchObject([
      { name: "noticesOfPerson", hits: 3, points, seconds: duration, own: false },
    ]);
    // Another process, in another minute.
    await db().limitHit.create({ data: { name: "handsOfPerson", minute: new Date(Date.now() - 3_600_000), hits: 50 } });
    await db().limitHit.create({ data: { name: "gone", minute: new Date(), hits: 500 } });
    expect((await met()).limits.map(({ name, hits }) => [name, hits])).toEqual([
      ["handsOfPerson", 50],
      ["noticesOfPerson", 3],
    ]);
  });
});
