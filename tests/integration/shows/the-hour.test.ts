import { describe, expect } from "vitest";
import { POST as sit } from "@/app/api/rooms/[roomId]/seat/route";
import type { RoomId } from "@/lib/domain/ids";
import { HOST_AWAITED_MS } from "@/lib/domain/shows/show";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { keepTheHour } from "@/lib/server/sweeping/keep-the-hour";
import { addCrowd, faultsOfSeats } from "@/tests/support/scenes/at-the-door";
import { planRoom } from "@/tests/support/scenes/planned-room";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

/** Ada's room in a quarter of an hour, with Ben as its cohost; of them those who are named are behind its stage. */
async function plan(scene: Scene, there: CastName[], opensItself = true, wishes: Parameters<typeof planRoom>[1] = {}) {
  await db().seat.deleteMany({ where: { roomId: scene.roomId } });
  await db().room.update({ where: { id: scene.roomId }, data: { openSeats: 0 } });
  const roomId = await planRoom(scene.id.ada, { inMs: 900_000, cohosts: [scene.id.ben], opensItself, ...wishes });
  for (const who of there) expect((await scene.ask(who, sit, { roomId, body: {} })).status).toBe(200);
  const { scheduledFor } = await db().room.findUniqueOrThrow({ where: { id: roomId } });
  const hour = scheduledFor?.getTime() ?? 0;
  return { roomId, keep: (ms: number) => keepTheHour(new Date(hour + ms)) };
}

const room = (roomId: RoomId) => db().room.findUniqueOrThrow({ where: { id: roomId }, include: { episode: true } });
const typesOf = async (roomId: RoomId) =>
  (await db().roomEvent.findMany({ where: { roomId }, orderBy: { version: "asc" } })).map(({ type }) => type);

describe("an episode that opens by itself", () => {
  it("goes live at its hour and not before, with its host on stage, once by however many workers", async ({
    scene,
  }) => {
    const { roomId, keep } = await plan(scene, ["ada", "ben"]);
    await keep(-1);
    expect(await room(roomId)).toMatchObject({ status: "scheduled" });
    await Promise.all([keep(0), keep(0), keep(1)]);
    expect(await room(roomId)).toMatchObject({ status: "live", episode: { cancelledAt: null } });
    expect((await typesOf(roomId)).filter((type) => type === "room_edited")).toHaveLength(1);
    expect(await db().goingLive.count({ where: { roomId, personId: scene.id.ada, kind: "went_live" } })).toBe(1);
    await keep(HOST_AWAITED_MS * 2);
    expect(await room(roomId)).toMatchObject({ status: "live" });
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("waits for its host five minutes, and then a cohost who is there hosts it", async ({ scene }) => {
    const { roomId, keep } = await plan(scene, ["ben"]);
    await keep(HOST_AWAITED_MS - 1);
    expect(await room(roomId)).toMatchObject({ status: "scheduled" });
    await keep(HOST_AWAITED_MS);
    expect(await room(roomId)).toMatchObject({ status: "live" });
    expect(await db().seat.findFirst({ where: { roomId } })).toMatchObject({ personId: scene.id.ben, role: "host" });
  });

  it("a host whose page has gone is not there", async ({ scene }) => {
    const { roomId, keep } = await plan(scene, ["ada"]);
    await db().seat.updateMany({ where: { roomId }, data: { goneAt: new Date() } });
    await keep(1_000);
    expect(await room(roomId)).toMatchObject({ status: "scheduled" });
  });

  it("opens as many halls as the people fill who said that they come", async ({ scene }) => {
    const wishes = { capacity: 10, overflowLimit: 3 };
    const { roomId, keep } = await plan(scene, ["ada"], true, wishes);
    await db().rsvp.createMany({ data: (await addCrowd(25)).map((personId) => ({ roomId, personId })) });
    await keep(0);
    const halls = await db().room.findMany({ where: { mainRoomId: roomId }, orderBy: { overflowNumber: "asc" } });
    expect(halls).toMatchObject([
      { status: "live", overflowNumber: 1 },
      { status: "live", overflowNumber: 2 },
    ]);
    expect(await faultsOfSeats()).toEqual([]);
  });
});

describe("one that its host opens by hand", () => {
  it("waits for as long as the host is there", async ({ scene }) => {
    const { roomId, keep } = await plan(scene, ["ada"], false);
    await keep(3_600_000);
    expect(await room(roomId)).toMatchObject({ status: "scheduled" });
  });

  it("is handed to a cohost where the host does not come, who is told so once and goes live by hand", async ({
    scene,
  }) => {
    const { roomId, keep } = await plan(scene, ["ben"], false);
    await keep(HOST_AWAITED_MS);
    await keep(HOST_AWAITED_MS * 2);
    expect(await room(roomId)).toMatchObject({ status: "scheduled" });
    expect(await db().seat.findFirst({ where: { roomId } })).toMatchObject({ personId: scene.id.ben, role: "host" });
    const types = await typesOf(roomId);
    expect(types.filter((type) => type === "handed_over")).toHaveLength(1);
    expect(types.filter((type) => type === "role_changed")).toHaveLength(1);
  });
});

describe("an episode whose team does not come", () => {
  it("is called off five minutes after its hour, with one line to everyone, once", async ({ scene }) => {
    const { roomId, keep } = await plan(scene, [], false);
    await keep(HOST_AWAITED_MS - 1);
    expect(await room(roomId)).toMatchObject({ status: "scheduled" });
    await Promise.all([keep(HOST_AWAITED_MS), keep(HOST_AWAITED_MS)]);
    await keep(HOST_AWAITED_MS * 3);
    const found = await room(roomId);
    expect(found).toMatchObject({ status: "ended", endedById: null, episode: { sequence: 1, cancelledById: null } });
    expect(found.episode?.cancelledAt).toEqual(found.endedAt);
    expect(await db().episodeNews.findMany({ where: { roomId } })).toMatchObject([{ kind: "cancelled", sequence: 1 }]);
    expect((await typesOf(roomId)).filter((type) => type === "room_ended")).toHaveLength(1);
  });

  it("a guest alone behind the stage is no team: they hear that it is called off", async ({ scene }) => {
    const { roomId, keep } = await plan(scene, ["cleo"], true, { guests: [scene.id.cleo] });
    await keep(HOST_AWAITED_MS);
    expect(await room(roomId)).toMatchObject({ status: "ended", openSeats: 0 });
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("a draft is left alone, and so is one without an hour", async ({ scene }) => {
    const { roomId: draft, keep } = await plan(scene, [], true, { draft: true });
    const { roomId: without } = await plan(scene, [], true, { inMs: null });
    await keep(HOST_AWAITED_MS * 10);
    expect(await db().room.count({ where: { id: { in: [draft, without] }, status: "scheduled" } })).toBe(2);
  });
});

describe("a worker that stops in the middle", () => {
  it("leaves all or nothing behind, and the next one goes on", async ({ scene }) => {
    const { roomId, keep } = await plan(scene, [], false);
    // Whatever of it were written before its last statement would be seen: its outbox cannot be written now.
    await db().roomClock.delete({ where: { roomId } });
    await keep(HOST_AWAITED_MS);
    expect(await room(roomId)).toMatchObject({ status: "scheduled", episode: { cancelledAt: null, sequence: 0 } });
    expect(await db().episodeNews.count({ where: { roomId } })).toBe(0);
    await db().roomClock.create({ data: { roomId } });
    await keep(HOST_AWAITED_MS + 5_000);
    expect(await room(roomId)).toMatchObject({ status: "ended", episode: { sequence: 1 } });
  });

  it("does not hold up the other rooms whose hour it is", async ({ scene }) => {
    const broken = await plan(scene, [], false);
    await db().roomClock.delete({ where: { roomId: broken.roomId } });
    const { roomId, keep } = await plan(scene, ["ada"]);
    await keep(HOST_AWAITED_MS);
    expect(await room(roomId)).toMatchObject({ status: "live" });
  });

  it("a room that somebody else holds meanwhile is judged anew once it is free", async ({ scene }) => {
    const { roomId, keep } = await plan(scene, ["ada"]);
    let kept: Promise<void> | null = null;
    await inTransaction(async (tx) => {
      await tx.$queryRaw`SELECT FROM room WHERE id = ${roomId}::uuid FOR NO KEY UPDATE`;
      kept = keep(0);
      await tx.room.update({ where: { id: roomId }, data: { status: "ended", endedAt: new Date() } });
    });
    await kept;
    expect(await room(roomId)).toMatchObject({ status: "ended", liveAt: null });
  });
});
