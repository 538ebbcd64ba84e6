import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { POST as raiseHand } from "@/app/api/rooms/[roomId]/hand/route";
import { DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { claimRooms } from "@/lib/server/announcing/claim-rooms";
import { markSent } from "@/lib/server/announcing/mark-sent";
import { type EventToWrite, writeRoomEvents } from "@/lib/server/notify/write-room-events";
import { db } from "@/lib/server/postgres/db";
import type { Announcement } from "@/lib/wire/rooms/announcements";
import { runAnnouncer } from "@/lib/worker/announcer";
import type { FakeMedia } from "@/tests/support/fake-media";
import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

/** Runs announcers beside each other while `act` goes on. */
async function withAnnouncers(holders: string[], act: () => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const running = holders.map((holder) => runAnnouncer(holder, stop.signal));
  try {
    await act();
  } finally {
    stop.abort();
    await Promise.all(running);
  }
}

async function until(holds: () => boolean, withinMs = 8_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!holds() && performance.now() < end) await sleep(20);
  expect(holds()).toBe(true);
}

const announced = (scene: Scene): Announcement[] =>
  scene.media.sent
    .filter((sent) => sent.room === scene.roomId)
    .flatMap((sent) => (Array.isArray(sent.message) ? sent.message : []))
    .filter((announcement) => announcement.happening !== null);

const versions = (scene: Scene): number[] => announced(scene).map((announcement) => announcement.version);

const happened = (scene: Scene, index: number): EventToWrite => ({
  audience: "everyone",
  happening: { type: "role_changed", personId: scene.id.cleo, role: index % 2 ? "speaker" : "moderator" },
});

const write = (scene: Scene, ...events: EventToWrite[]) =>
  db().$transaction((tx) => writeRoomEvents(tx, scene.roomId, scene.id.ada, events));

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

it("two announcers send a room's events once, in order, each naming the one before, at most four messages a second", async ({
  scene,
  media,
}) => {
  await withAnnouncers(["one", "two"], async () => {
    for (const index of range(40)) {
      await write(scene, happened(scene, index));
      await sleep(15);
    }
    await until(() => versions(scene).length >= 40);
  });
  expect(versions(scene)).toEqual(range(40));
  expect(announced(scene).map((announcement) => announcement.prev)).toEqual(range(40).map((version) => version - 1));
  const times = media.sent.map((sent) => sent.at);
  for (const [index, time] of times.entries()) {
    const fifth = times[index + 4];
    // Taken at arrival, which jitters on a busy machine; the pace itself is tests/unit/rooms/pace.test.ts.
    if (fifth !== undefined) expect(fifth - time).toBeGreaterThan(700);
  }
});

it("events committed while no announcer lived are sent by the next one, none lost", async ({ scene }) => {
  await claimRooms("killed", [scene.roomId]);
  await write(scene, happened(scene, 1), happened(scene, 2));
  await db().announcer.update({ where: { roomId: scene.roomId }, data: { leaseUntil: new Date(Date.now() - 1) } });
  await write(scene, happened(scene, 3));
  await withAnnouncers(["next"], () => until(() => versions(scene).length === 3));
  expect(versions(scene)).toEqual([1, 2, 3]);
});

it("what was sent but not marked is sent again, and a late ex-holder marks nothing", async ({ scene }) => {
  const [late] = await claimRooms("late", [scene.roomId]);
  await write(scene, happened(scene, 1));
  await db().announcer.update({ where: { roomId: scene.roomId }, data: { leaseUntil: new Date(Date.now() - 1) } });
  await withAnnouncers(["next"], () => until(() => versions(scene).length === 1));
  await write(scene, happened(scene, 2));
  expect(await markSent(scene.roomId, late?.fence ?? "", 2)).toBe(false);
  await withAnnouncers(["third"], () => until(() => versions(scene).length === 2));
  expect(versions(scene)).toEqual([1, 2]);
});

it("while the media server is away events wait, and then come in order", async ({ scene, media }) => {
  await withAnnouncers(["one"], async () => {
    media.away = true;
    await write(scene, happened(scene, 1));
    await write(scene, happened(scene, 2));
    await sleep(300);
    expect(versions(scene)).toEqual([]);
    media.away = false;
    await write(scene, happened(scene, 3));
    await until(() => versions(scene).length === 3);
  });
  expect(versions(scene)).toEqual([1, 2, 3]);
});

it("hands go to the moderators, and each audience is a stream of its own", async ({ scene, media }) => {
  await scene.ask("dev", raiseHand);
  await write(scene, happened(scene, 1), {
    audience: "person",
    toId: scene.id.dev,
    happening: { type: "removed", personId: "x" },
  });
  await scene.ask("finn", raiseHand);
  await withAnnouncers(["one"], () => until(() => versions(scene).length === 4));
  const of = (to: string[]) =>
    media.sent
      .filter((sent) => JSON.stringify(sent.to.toSorted()) === JSON.stringify(to.toSorted()))
      .map((sent) => sent.message);
  expect(of([scene.id.ada, scene.id.ben])).toMatchObject([
    [
      { version: 1, prev: 0 },
      { version: 4, prev: 1 },
    ],
  ]);
  expect(of([]).filter(Array.isArray)).toMatchObject([[{ version: 2, prev: 0 }]]);
  expect(of([scene.id.dev])).toMatchObject([[{ version: 3, prev: 0 }]]);
  expect(media.sent.every((sent) => sent.topic === "room")).toBe(true);
});

it("an ended room is told so before the media server ends it", async ({ scene, media }) => {
  await withAnnouncers(["one"], async () => {
    await scene.ask("ada", endRoom);
    await until(() => !media.rooms.has(scene.roomId));
  });
  expect(announced(scene).at(-1)?.happening).toEqual({ type: "room_ended" });
  const methods = media.calls.map((call) => call.method);
  expect(methods.indexOf("DeleteRoom")).toBeGreaterThan(methods.indexOf("SendData"));
});

const counts = (media: FakeMedia) =>
  media.sent.flatMap((sent) => ("counts" in sent.message ? [sent.message.counts] : []));

it("tells another version of the followed section when a speaker follows somebody here, and only then", async ({
  scene,
  media,
}) => {
  await withAnnouncers(["one"], async () => {
    await until(() => typeof counts(media).at(-1)?.followed === "string");
  });
  const before = counts(media).at(-1)?.followed;
  media.sent.length = 0;
  await db().follow.create({ data: { followerId: scene.id.dev, followeeId: scene.id.finn } });
  await withAnnouncers(["two"], async () => {
    await until(() => typeof counts(media).at(-1)?.followed === "string");
  });
  expect(counts(media).at(-1)?.followed).toBe(before);
  media.sent.length = 0;
  await db().follow.create({ data: { followerId: scene.id.cleo, followeeId: scene.id.finn } });
  await withAnnouncers(["three"], async () => {
    await until(() => typeof counts(media).at(-1)?.followed === "string");
  });
  expect(counts(media).at(-1)?.followed).not.toBe(before);
});

it("a quiet room gets a heartbeat with the version that everyone was last sent, and counts when they change", async ({
  scene,
  media,
}) => {
  await write(scene, happened(scene, 1));
  await withAnnouncers(["one"], async () => {
    await until(() => versions(scene).length === 1);
    await db().room.update({ where: { id: scene.roomId }, data: { openSeats: 6 } });
    await until(() => counts(media).at(-1)?.openSeats === 6);
    const beats = () =>
      media.sent
        .flatMap((sent) => (Array.isArray(sent.message) ? sent.message : []))
        .filter((a) => a.happening === null);
    await until(() => beats().length > 0);
    expect(beats()[0]).toMatchObject({ audience: "everyone", prev: 1, version: 1 });
  });
  expect(counts(media).at(-1)).toMatchObject({ openSeats: 6, audience: 3 });
});
