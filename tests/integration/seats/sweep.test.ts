import { describe, expect } from "vitest";
import { DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { ServiceAway } from "@/lib/domain/service-away";
import { db } from "@/lib/server/postgres/db";
import { claimWork, releaseWork } from "@/lib/server/postgres/work-lease";
import { LISTENS, SPEAKS } from "@/tests/support/fake-media";
import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

const openSeats = (scene: Scene) => db().seat.count({ where: { roomId: scene.roomId, closedAt: null } });

describe("with all webhooks lost", () => {
  it("a room where all is as it should be needs no write and no call but the lists", async ({ media, sweep }) => {
    const before = await db().seat.findMany({ orderBy: { id: "asc" } });
    media.calls.length = 0;
    await sweep(5);
    expect(media.calls.map((call) => call.method)).toEqual(["ListRooms", "ListParticipants"]);
    expect(await db().seat.findMany({ orderBy: { id: "asc" } })).toEqual(before);
  });

  it("somebody who came in is marked, and who went gets their grace and then loses the seat", async ({
    scene,
    media,
    sweep,
    clock,
  }) => {
    await db().seat.updateMany({
      where: { personId: scene.id.dev },
      data: { connectedAt: null, mediaSid: null, leaseUntil: new Date(clock.now.getTime() + 30_000) },
    });
    await sweep(5);
    expect(await scene.seatOf("dev")).toMatchObject({ leaseUntil: null, goneAt: null });
    media.disconnect(scene.roomId, scene.id.dev);
    await sweep(5);
    expect((await scene.seatOf("dev"))?.leaseUntil?.getTime()).toBe(clock.now.getTime() + 20_000);
    await sweep(19);
    expect(await scene.seatOf("dev")).not.toBeNull();
    await sweep(1);
    expect(await scene.seatOf("dev")).toBeNull();
    expect((await db().room.findUniqueOrThrow({ where: { id: scene.roomId } })).openSeats).toBe(4);
    expect(await scene.events()).toEqual([]);
  });

  it("a speaker's grace is longer, and their going is announced", async ({ scene, media, sweep }) => {
    media.disconnect(scene.roomId, scene.id.cleo);
    await sweep(5);
    await sweep(59);
    expect(await scene.seatOf("cleo")).not.toBeNull();
    await sweep(1);
    expect(await scene.seatOf("cleo")).toBeNull();
    expect(await scene.events()).toMatchObject([{ type: "stage_left", facts: { reason: "left" } }]);
  });

  it("a claim that never connected ends after its lease", async ({ scene, media, sweep, clock }) => {
    await db().seat.updateMany({
      where: { personId: scene.id.dev },
      data: { connectedAt: null, mediaSid: null, leaseUntil: new Date(clock.now.getTime() + 30_000) },
    });
    media.disconnect(scene.roomId, scene.id.dev);
    await sweep(29);
    expect(await scene.seatOf("dev")).not.toBeNull();
    await sweep(2);
    expect(await scene.seatOf("dev")).toBeNull();
  });

  it("who holds no seat is put out, who may do more is cut back, who may do less is let", async ({
    scene,
    media,
    sweep,
  }) => {
    media.connect(scene.roomId, scene.id.eve, SPEAKS);
    media.connect(scene.roomId, "relay:forged", SPEAKS);
    media.connect(scene.roomId, scene.id.dev, SPEAKS);
    media.connect(scene.roomId, scene.id.finn, { ...LISTENS, canPublishData: true });
    media.connect(scene.roomId, scene.id.cleo, LISTENS);
    await sweep(5);
    expect(media.permission(scene.roomId, scene.id.eve)).toBeNull();
    expect(media.permission(scene.roomId, "relay:forged")).toBeNull();
    expect(media.permission(scene.roomId, scene.id.dev)).toMatchObject({ canPublish: false, canSubscribe: true });
    expect(media.permission(scene.roomId, scene.id.finn)).toEqual(LISTENS);
    expect(media.permission(scene.roomId, scene.id.cleo)).toEqual(SPEAKS);
    expect(await openSeats(scene)).toBe(5);
  });
});

describe("a restarted media server", () => {
  it("dead for 90 seconds costs nobody their seat, and its rooms are made again at once", async ({
    scene,
    media,
    sweep,
  }) => {
    await sweep();
    media.away = true;
    for (let passed = 0; passed < 90; passed += 5) await expect(sweep(5)).rejects.toThrow(ServiceAway);
    expect(await openSeats(scene)).toBe(5);
    media.restart();
    await sweep();
    expect(media.rooms.has(scene.roomId)).toBe(true);
    expect(await openSeats(scene)).toBe(5);
    await sweep(10);
    expect(await openSeats(scene)).toBe(5);
    for (const name of ["ada", "ben", "cleo"] as const) media.connect(scene.roomId, scene.id[name], SPEAKS);
    media.connect(scene.roomId, scene.id.dev, LISTENS);
    await sweep(5);
    await sweep(5);
    await sweep(5);
    expect(await openSeats(scene)).toBe(4);
    expect(await scene.seatOf("finn")).toBeNull();
    expect(await scene.seatOf("dev")).toMatchObject({ goneAt: null, leaseUntil: null });
  });

  it("an empty list of a room that came back under another sid closes nothing, also of those already gone", async ({
    scene,
    media,
    sweep,
  }) => {
    media.disconnect(scene.roomId, scene.id.dev);
    await sweep(5);
    media.rooms.clear();
    media.rooms.set(scene.roomId, { sid: "RM_other", name: scene.roomId, people: new Map() });
    await sweep(60);
    expect(await openSeats(scene)).toBe(5);
    await sweep(19);
    expect(await openSeats(scene)).toBe(5);
  });

  it("a lease does not run down in a room that is not seen", async ({ scene, media, sweep }) => {
    media.disconnect(scene.roomId, scene.id.dev);
    await sweep(5);
    media.rooms.delete(scene.roomId);
    await sweep(300);
    expect(await scene.seatOf("dev")).not.toBeNull();
  });
});

it("a sweep that lost its lease closes and marks nothing", async ({ scene, media, sweep }) => {
  media.disconnect(scene.roomId, scene.id.dev);
  await sweep(5);
  await releaseWork("sweep", "tests");
  await claimWork("sweep", "another");
  media.disconnect(scene.roomId, scene.id.finn);
  await sweep(60);
  expect(await openSeats(scene)).toBe(5);
  expect(await scene.seatOf("finn")).toMatchObject({ goneAt: null });
  await releaseWork("sweep", "another");
});

it("a room with nobody in it ends after five minutes, by nobody", async ({ scene, sweep, clock }) => {
  await db().seat.updateMany({ where: { roomId: scene.roomId }, data: { closedAt: clock.now } });
  await db().room.update({ where: { id: scene.roomId }, data: { openSeats: 0, emptySince: clock.now } });
  const status = async () => (await db().room.findUniqueOrThrow({ where: { id: scene.roomId } })).status;
  await sweep(299);
  expect(await status()).toBe("live");
  await sweep(1);
  expect(await status()).toBe("ended");
  expect((await scene.events()).map((event) => event.type)).toEqual(["room_ended"]);
});

it("a room that ended without an announcer is cleared out of the media server", async ({ scene, media, sweep }) => {
  await scene.ask("ada", endRoom);
  await sweep();
  expect(media.rooms.has(scene.roomId)).toBe(true);
  await sweep(15);
  expect(media.rooms.has(scene.roomId)).toBe(false);
});
