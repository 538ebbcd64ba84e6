import { beforeEach, describe, expect, it } from "vitest";
import { ServiceAway } from "@/lib/domain/service-away";
import { DEMO_CAST } from "@/lib/relay/demo-cast";
import { takeTheStage } from "@/lib/relay/take-the-stage";
import { db, hotPool } from "@/lib/server/postgres/db";
import { holdWork } from "@/lib/server/postgres/hold-work";
import { claimWork, releaseWork } from "@/lib/server/postgres/work-lease";
import { type DemoStage, demoStage } from "@/lib/server/queries/rooms/demo-stage";

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE person, work_lease CASCADE`;
});

async function person(handle: string): Promise<string> {
  const row = { kind: "member", handle, name: handle, portraitSeed: 1 } as const;
  return (await db().person.create({ data: row, select: { id: true } })).id;
}

/** The cast and a live demo room of the first of them. */
async function demoRoom(): Promise<string> {
  const [createdById = ""] = [await person("vera"), await person("milan")];
  const room = { title: "Hello", language: "en", capacity: 10, demo: true, liveAt: new Date(), createdById };
  return (await db().room.create({ data: { ...room, clock: { create: {} } }, select: { id: true } })).id;
}

async function stageNow(): Promise<DemoStage> {
  const stage = await demoStage(DEMO_CAST);
  if (!stage) throw new Error("no demo room");
  return stage;
}

/** LiveKit is nowhere in these tests: what is decided stands all the same. */
const takeTheStageUnheard = async () =>
  takeTheStage(await stageNow()).catch((fault: unknown) => expect(fault).toBeInstanceOf(ServiceAway));

describe("the demo cast", () => {
  it("comes on stage by the door, an offer and an acceptance, and is then not counted as listening", async () => {
    await demoRoom();
    await takeTheStageUnheard();
    const { cast, listeners } = await stageNow();
    expect(cast.map(({ handle, seat }) => [handle, seat?.role])).toEqual([
      ["vera", "host"],
      ["milan", "speaker"],
    ]);
    expect(listeners).toBe(0);
    expect(await db().offer.findMany({ select: { outcome: true } })).toEqual([{ outcome: "accepted" }]);
    const events = await db().roomEvent.findMany({ orderBy: { version: "asc" }, select: { type: true } });
    expect(events.filter(({ type }) => type === "stage_joined")).toHaveLength(2);
  });

  it("takes no second seat when it is asked again", async () => {
    const roomId = await demoRoom();
    await takeTheStageUnheard();
    await takeTheStageUnheard();
    expect(await db().seat.count()).toBe(2);
    expect(await db().room.findUnique({ where: { id: roomId }, select: { openSeats: true } })).toEqual({
      openSeats: 2,
    });
  });

  it("stays out of a room that one of it was banned from", async () => {
    const roomId = await demoRoom();
    const { cast } = await stageNow();
    const [vera, milan] = cast;
    await db().roomBan.create({
      data: { roomId, personId: milan?.personId ?? "", bannedById: vera?.personId ?? "" },
    });
    await takeTheStageUnheard();
    expect((await stageNow()).cast.map(({ seat }) => seat?.role)).toEqual(["host", undefined]);
  });

  it("hears of a listener by the room's count", async () => {
    const roomId = await demoRoom();
    await takeTheStageUnheard();
    const { door } = await import("@/lib/server/admission/door");
    const dev = (await person("dev")) as DemoStage["cast"][number]["personId"];
    await door().admit({ roomId: roomId as DemoStage["roomId"], personId: dev, kind: "member" });
    expect((await stageNow()).listeners).toBe(1);
  });

  it("has nothing to do without a live demo room of its own", async () => {
    const roomId = await demoRoom();
    await db().room.update({ where: { id: roomId }, data: { status: "ended" } });
    expect(await demoStage(DEMO_CAST)).toBeNull();
  });
});

describe("a lease on work", () => {
  it("is held by one process, renewed by it alone, and passes on with a higher fence when it runs out", async () => {
    expect(await claimWork("demo-voices", "first")).toBe(1n);
    expect(await claimWork("demo-voices", "second")).toBeNull();
    expect(await claimWork("demo-voices", "first")).toBe(1n);
    await hotPool().query("UPDATE work_lease SET lease_until = now() - interval '1 second'");
    expect(await claimWork("demo-voices", "second")).toBe(2n);
    expect(await claimWork("demo-voices", "first")).toBeNull();
  });

  it("is not let go of by somebody else", async () => {
    await claimWork("demo-voices", "first");
    await releaseWork("demo-voices", "second");
    expect(await claimWork("demo-voices", "second")).toBeNull();
    await releaseWork("demo-voices", "first");
    expect(await claimWork("demo-voices", "second")).toBe(2n);
  });

  it("goes to exactly one of many who ask at once", async () => {
    const fences = await Promise.all(Array.from({ length: 20 }, (_, n) => claimWork("demo-voices", `process ${n}`)));
    expect(fences.filter((fence) => fence !== null)).toEqual([1n]);
  });

  it("ends the work of a process that lost it, and lets go when the process stops", async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const run = async ({ signal, fence }: { signal: AbortSignal; fence: bigint }) => {
      seen.push(`begun ${fence}`);
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      seen.push(`ended ${fence}`);
    };
    const held = holdWork({ name: "demo-voices", holder: "first", run }, stop.signal);
    await expect.poll(() => seen).toEqual(["begun 1"]);
    await hotPool().query("UPDATE work_lease SET holder = 'thief', fence = 2");
    await expect.poll(() => seen, { timeout: 3_000 }).toEqual(["begun 1", "ended 1"]);
    await expect.poll(() => seen, { timeout: 6_000 }).toEqual(["begun 1", "ended 1", "begun 3"]);
    stop.abort();
    await held;
    expect(seen.at(-1)).toBe("ended 3");
    expect(await claimWork("demo-voices", "third")).toBe(4n);
  });
});
