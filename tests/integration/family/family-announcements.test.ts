import { setTimeout as sleep } from "node:timers/promises";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import type { RoomId } from "@/lib/domain/ids";
import { ensureMediaRoom } from "@/lib/media/api";
import { type EventToWrite, writeRoomEvents } from "@/lib/server/notify/write-room-events";
import { db } from "@/lib/server/postgres/db";
import type { Announcement } from "@/lib/wire/rooms/announcements";
import { runAnnouncer } from "@/lib/worker/announcer";
import { type FakeMedia, LISTENS } from "@/tests/support/fake-media";
import { it as inScene } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

const it = inScene.extend(
  "halls",
  { auto: true },
  async ({ scene }) => [await openHall(scene, 1), await openHall(scene, 2)] as const,
);

/** An overflow room of the scene's room with one person in it. */
async function openHall(scene: Scene, number: number): Promise<RoomId> {
  const id = uuid() as RoomId;
  const personId = uuid();
  await db().person.create({ data: { id: personId, kind: "member", name: `Hall ${number}`, portraitSeed: 1 } });
  await db().room.create({
    data: {
      id,
      title: `Hall ${number}`,
      language: "en",
      capacity: 10,
      openSeats: 1,
      createdById: scene.id.ada,
      liveAt: new Date(),
      mainRoomId: scene.roomId,
      overflowNumber: number,
      clock: { create: {} },
    },
  });
  await db().room.update({ where: { id: scene.roomId }, data: { overflowOpened: number } });
  await ensureMediaRoom(id, 10);
  const mediaSid = scene.media.connect(id, personId, LISTENS);
  await db().seat.create({
    data: { id: uuid(), roomId: id, personId, role: "listener", connectedAt: new Date(), mediaSid },
  });
  return id;
}

const happened = (scene: Scene, index: number): EventToWrite => ({
  audience: "everyone",
  happening: { type: "role_changed", personId: scene.id.cleo, role: index % 2 ? "speaker" : "moderator" },
});

const writeIn = (scene: Scene, roomId: RoomId, ...events: EventToWrite[]) =>
  db().$transaction((tx) => writeRoomEvents(tx, roomId, scene.id.ada, events));

/** Everything that was told in a room, in order of arrival; heartbeats left out. */
const toldIn = (media: FakeMedia, roomId: RoomId): Announcement[] =>
  media.sent
    .filter((sent) => sent.room === roomId)
    .flatMap((sent) => (Array.isArray(sent.message) ? sent.message : []))
    .filter((announcement) => announcement.happening !== null);

const versionsOf = (media: FakeMedia, roomId: RoomId, audience: Announcement["audience"]) =>
  toldIn(media, roomId)
    .filter((announcement) => announcement.audience === audience)
    .map((announcement) => announcement.version);

async function until(holds: () => boolean, withinMs = 12_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!holds() && performance.now() < end) await sleep(20);
  expect(holds()).toBe(true);
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** What was sent but not yet marked when a room changed hands is sent twice, and browsers know it by its version. */
const firstOf = (versions: number[]) => versions.filter((version, at) => versions.indexOf(version) === at);

it("what happens in the main room is told in order in each hall, and nothing is lost, by two announcers, one of which is killed on the way", async ({
  scene,
  media,
  halls,
}) => {
  const stop = new AbortController();
  const running = ["one", "two"].map((holder) => runAnnouncer(holder, stop.signal));
  try {
    for (const index of range(10)) await writeIn(scene, scene.roomId, happened(scene, index));
    await until(() => halls.every((hall) => versionsOf(media, hall, "main").length === 10));
    // A third one takes every room over and dies with the leases in its hands, before it has sent a word.
    await db()
      .$executeRaw`UPDATE announcer SET holder = 'killed', fence = fence + 1, lease_until = clock_timestamp() + interval '1500 milliseconds'`;
    for (const index of range(10)) {
      await writeIn(scene, scene.roomId, happened(scene, index));
      await sleep(20);
    }
    await until(() => halls.every((hall) => firstOf(versionsOf(media, hall, "main")).length >= 20));
    await until(() => firstOf(versionsOf(media, scene.roomId, "everyone")).length >= 20);
    await sleep(1_200);
  } finally {
    stop.abort();
    await Promise.all(running);
  }
  for (const hall of halls) {
    expect(firstOf(versionsOf(media, hall, "main"))).toEqual(range(20));
    expect(toldIn(media, hall).every(({ prev, version }) => prev === version - 1)).toBe(true);
  }
  expect(firstOf(versionsOf(media, scene.roomId, "everyone"))).toEqual(range(20));
}, 40_000);

it("a hall's own events stay in it, and what only moderators or one person of the main room are told goes nowhere else", async ({
  scene,
  media,
  halls,
}) => {
  const stop = new AbortController();
  const running = runAnnouncer("one", stop.signal);
  try {
    await writeIn(
      scene,
      scene.roomId,
      { audience: "moderators", happening: { type: "hand_lowered", personId: scene.id.dev, reason: "left" } },
      { audience: "person", toId: scene.id.dev, happening: { type: "removed", personId: scene.id.dev } },
      happened(scene, 1),
    );
    await writeIn(scene, halls[0], happened(scene, 2));
    await until(() => halls.every((hall) => versionsOf(media, hall, "main").length === 1));
    await until(() => versionsOf(media, halls[0], "everyone").length === 1);
    await until(() => toldIn(media, scene.roomId).length === 3);
  } finally {
    stop.abort();
    await running;
  }
  expect(toldIn(media, halls[1]).map(({ audience, version }) => [audience, version])).toEqual([["main", 3]]);
  expect(versionsOf(media, halls[0], "main")).toEqual([3]);
  expect(versionsOf(media, scene.roomId, "main")).toEqual([]);
}, 30_000);
