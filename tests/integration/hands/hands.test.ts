import { describe, expect } from "vitest";
import { POST as raiseHand } from "@/app/api/rooms/[roomId]/hand/route";
import { GET as handsPage, DELETE as lowerAll } from "@/app/api/rooms/[roomId]/hands/route";
import { GET as mine } from "@/app/api/rooms/[roomId]/mine/route";
import { POST as offerStage } from "@/app/api/rooms/[roomId]/offers/[personId]/route";
import { PATCH as editRoom } from "@/app/api/rooms/[roomId]/route";
import { db } from "@/lib/server/postgres/db";

import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

type Hand = { person: { name: string }; parked: boolean };

const queueOf = async (scene: Scene, who: "ada" | "ben") =>
  (((await scene.ask(who, mine)).body?.hands ?? []) as Hand[]).map(({ person, parked }) => `${person.name} ${parked}`);

const setMode = (scene: Scene, handMode: "off" | "followed" | "everyone") =>
  scene.ask("ada", editRoom, { body: { handMode } });

describe("hand modes", () => {
  it("with hands off none goes up", async ({ scene }) => {
    expect((await setMode(scene, "off")).status).toBe(200);
    expect(await scene.ask("dev", raiseHand)).toMatchObject({ status: 409, code: "hands_off" });
    expect(await db().hand.count({ where: { roomId: scene.roomId } })).toBe(0);
  });

  it("for the followed, somebody on stage must follow the listener", async ({ scene }) => {
    await setMode(scene, "followed");
    await db().follow.create({ data: { followerId: scene.id.cleo, followeeId: scene.id.dev } });
    await db().follow.create({ data: { followerId: scene.id.dev, followeeId: scene.id.finn } });
    expect((await scene.ask("dev", raiseHand)).status).toBe(200);
    expect(await scene.ask("finn", raiseHand)).toMatchObject({ status: 409, code: "hands_for_followed" });
  });

  it("a change of mode parks hands, and they come back in their old order", async ({ scene }) => {
    await scene.ask("finn", raiseHand);
    await scene.ask("dev", raiseHand);
    await db().follow.create({ data: { followerId: scene.id.ben, followeeId: scene.id.dev } });
    await setMode(scene, "followed");
    expect(await queueOf(scene, "ada")).toEqual(["dev false", "finn true"]);
    expect(await queueOf(scene, "ben")).toEqual(await queueOf(scene, "ada"));
    expect((await scene.ask("finn", mine)).body).toMatchObject({ handParked: true });
    expect((await scene.ask("ada", mine)).body).toMatchObject({ handTotals: { waiting: 1, parked: 1 } });
    await setMode(scene, "everyone");
    expect(await queueOf(scene, "ada")).toEqual(["finn false", "dev false"]);
    const told = (await scene.events()).filter(({ type }) => type === "hands_changed");
    expect(told).toMatchObject([{ audience: "moderators" }, { audience: "moderators" }]);
  });
});

describe("the queue of a room on its own", () => {
  it("puts whoever has been on its stage behind those who have not, however long they have waited", async ({
    scene,
  }) => {
    const { roomId, id } = scene;
    const asked = { offeredById: id.ada, expiresAt: new Date(), closedAt: new Date(), outcome: "accepted" } as const;
    await db().offer.create({ data: { roomId, personId: id.finn, ...asked } });
    await scene.ask("finn", raiseHand);
    await scene.ask("dev", raiseHand);
    expect(await queueOf(scene, "ada")).toEqual(["dev false", "finn false"]);
    const told = (await scene.events()).filter(({ type }) => type === "hand_raised");
    expect(told).toMatchObject([{ facts: { hand: { timesOnStage: 1 } } }, { facts: { hand: { hall: 0 } } }]);
  });
});

describe("races about the mode", () => {
  it("a hand that goes up while hands are turned off is refused or parked, and never waits in the queue", async ({
    scene,
  }) => {
    for (const who of ["dev", "finn", "dev", "finn"] as const) {
      await setMode(scene, "everyone");
      await Promise.all([scene.ask(who, raiseHand), setMode(scene, "off")]);
      expect(await db().hand.count({ where: { roomId: scene.roomId, closedAt: null, parkedAt: null } })).toBe(0);
    }
  });
});

describe("the queue", () => {
  it("a question comes with the hand, and asking anew keeps the place", async ({ scene }) => {
    await scene.ask("finn", raiseHand, { body: { question: "Why at night?" } });
    await scene.ask("dev", raiseHand);
    await scene.ask("finn", raiseHand, { body: { question: "Why so slow?" } });
    const { body } = await scene.ask("ada", mine);
    expect(body?.hands).toMatchObject([{ person: { name: "finn" }, question: "Why so slow?" }, { question: "" }]);
    expect((await scene.ask("finn", mine)).body).toMatchObject({ handQuestion: "Why so slow?" });
    const long = await scene.ask("dev", raiseHand, { body: { question: "x".repeat(141) } });
    expect(long).toMatchObject({ status: 422, code: "bad_input" });
  });

  it("a moderator puts all hands down at once, and nobody has to wait for the next", async ({ scene }) => {
    await scene.ask("finn", raiseHand);
    await scene.ask("dev", raiseHand);
    expect(await scene.ask("cleo", lowerAll)).toMatchObject({ status: 403 });
    expect(await queueOf(scene, "ben")).toHaveLength(2);
    expect((await scene.ask("ben", lowerAll)).status).toBe(204);
    expect(await queueOf(scene, "ada")).toEqual([]);
    expect((await scene.ask("dev", mine)).body?.handRaisedAt).toBeNull();
    const told = (await scene.events()).filter(({ type }) => type === "hands_lowered" || type === "hand_lowered");
    expect(told).toMatchObject([{ type: "hands_lowered", audience: "everyone" }]);
    expect((await scene.ask("dev", raiseHand)).status).toBe(200);
  });

  it("is read a page at a time, by those who answer it only", async ({ scene }) => {
    await scene.ask("finn", raiseHand);
    await scene.ask("dev", raiseHand);
    const page = await scene.ask("ben", handsPage, { search: `?after=${scene.id.finn}` });
    expect(page.body).toMatchObject({ hands: [{ person: { name: "dev" } }], totals: { waiting: 2, parked: 0 } });
    expect(page.body?.hands).toHaveLength(1);
    expect(await scene.ask("dev", handsPage, { search: "?" })).toMatchObject({ status: 404 });
    expect(await scene.ask("eve", handsPage, { search: "?" })).toMatchObject({ status: 404 });
  });
});

describe("open invitations", () => {
  it("those who lead the room see them, the invited person sees their own again, and others see none", async ({
    scene,
  }) => {
    await scene.ask("ben", offerStage, { personId: scene.id.dev });
    const open = [{ person: { name: "dev" }, offeredBy: { name: "ben" } }];
    expect((await scene.ask("ada", mine)).body?.offers).toMatchObject(open);
    expect((await scene.ask("dev", mine)).body).toMatchObject({ offers: null, offer: { offeredBy: { name: "ben" } } });
    expect((await scene.ask("finn", mine)).body).toMatchObject({ offers: null, offer: null });
  });

  it("more than twenty at once are refused, and one that is open is kept", async ({ scene }) => {
    await scene.ask("ada", offerStage, { personId: scene.id.dev });
    const expiresAt = new Date(Date.now() + 30_000);
    const crowd = Array.from({ length: 19 }, (_, seed) => ({
      kind: "guest" as const,
      name: "guest",
      portraitSeed: seed,
    }));
    const people = await db().person.createManyAndReturn({ data: crowd, select: { id: true } });
    await db().offer.createMany({
      data: people.map(({ id }) => ({ roomId: scene.roomId, personId: id, offeredById: scene.id.ada, expiresAt })),
    });
    expect(await scene.ask("ben", offerStage, { personId: scene.id.finn })).toMatchObject({ code: "offers_full" });
    expect((await scene.ask("ben", offerStage, { personId: scene.id.dev })).status).toBe(200);
    expect(await db().offer.count({ where: { roomId: scene.roomId } })).toBe(20);
  });
});
