import { describe, expect } from "vitest";
import { GET as chat, POST as write } from "@/app/api/rooms/[roomId]/chat/route";
import { POST as goLive } from "@/app/api/rooms/[roomId]/live/route";
import { GET as read } from "@/app/api/rooms/[roomId]/route";
import { DELETE as leave, POST as sit } from "@/app/api/rooms/[roomId]/seat/route";
import { GET as seats } from "@/app/api/rooms/[roomId]/seats/route";
import { DELETE as moveToAudience } from "@/app/api/rooms/[roomId]/stage/[personId]/route";
import type { RoomId } from "@/lib/domain/ids";
import { BACKSTAGE_BEFORE_MS } from "@/lib/domain/shows/show";
import { roomPulses } from "@/lib/server/notify/room-pulses";
import { db } from "@/lib/server/postgres/db";
import { scheduledRooms } from "@/lib/server/queries/hallway/scheduled-rooms";
import { addClub, addMember, faultsOfSeats } from "@/tests/support/scenes/at-the-door";
import { planRoom } from "@/tests/support/scenes/planned-room";
import { it } from "@/tests/support/scenes/scene-test";
import type { Answer, CastName, Scene } from "@/tests/support/scenes/stage-scene";

/** Ada's room: Ben is a cohost of it, Cleo its guest, Dev interprets, Eve is its audience. */
const TEAM = { ada: "host", ben: "moderator", cleo: "speaker", dev: "listener" } as const;
const CAST: CastName[] = ["ada", "ben", "cleo", "dev", "eve"];

async function plan(scene: Scene, wishes: Parameters<typeof planRoom>[1] = {}): Promise<RoomId> {
  const { ada, ben, cleo, dev } = scene.id;
  // They come from nowhere: whoever leads another room would have to hand that over first.
  await db().seat.deleteMany({ where: { roomId: scene.roomId } });
  await db().room.update({ where: { id: scene.roomId }, data: { openSeats: 0, emptySince: new Date() } });
  const roomId = await planRoom(ada, { cohosts: [ben], guests: [cleo], ...wishes });
  await db().interpreter.create({ data: { roomId, personId: dev, language: "de", assignedById: ada } });
  await db().invitation.create({ data: { roomId, personId: dev, invitedById: ada } });
  return roomId;
}

const outcome = ({ status, code, body }: Answer): string =>
  status === 200 ? (body as { seat: { role: string } }).seat.role : (code ?? String(status));

async function whoGetsIn(scene: Scene, roomId: RoomId): Promise<Record<string, string>> {
  const found: [string, string][] = [];
  for (const who of CAST) found.push([who, outcome(await scene.ask(who, sit, { roomId, body: {} }))]);
  expect(await faultsOfSeats()).toEqual([]);
  return Object.fromEntries(found);
}

const everybody = (what: string) => Object.fromEntries(CAST.map((who) => [who, what]));

describe("the door of a planned room", () => {
  it("before its backstage opens it lets nobody in", async ({ scene }) => {
    const roomId = await plan(scene, { inMs: BACKSTAGE_BEFORE_MS + 60_000 });
    expect(await whoGetsIn(scene, roomId)).toEqual(everybody("room_not_live"));
  });

  it("from then on its team sits down, each in their role, and nobody else", async ({ scene }) => {
    const roomId = await plan(scene);
    expect(await whoGetsIn(scene, roomId)).toEqual({ ...TEAM, eve: "room_not_live" });
  });

  it("after its hour, while it is not live, the same", async ({ scene }) => {
    const roomId = await plan(scene, { inMs: -3_600_000 });
    expect(await whoGetsIn(scene, roomId)).toEqual({ ...TEAM, eve: "room_not_live" });
  });

  it("a closed one and a draft are not there for anybody else", async ({ scene }) => {
    const closed = await plan(scene, { kind: "closed" });
    expect(await whoGetsIn(scene, closed)).toEqual({ ...TEAM, eve: "not_found" });
    const draft = await plan(scene, { draft: true });
    expect(await whoGetsIn(scene, draft)).toEqual({ ...TEAM, eve: "not_found" });
  });

  it("of a room for members, a member of the club waits like everybody, and a guest who is no member gets in", async ({
    scene,
  }) => {
    const clubId = await addClub(scene.id.ada);
    await db().clubMember.create({ data: { clubId, personId: scene.id.eve } });
    const roomId = await plan(scene, { kind: "members", clubId });
    expect(await whoGetsIn(scene, roomId)).toEqual({ ...TEAM, eve: "room_not_live" });
  });

  it("whoever was put out, declined, was revoked or interprets no more gets in nowhere", async ({ scene }) => {
    const roomId = await plan(scene);
    await db().roomBan.create({ data: { roomId, personId: scene.id.ben, bannedById: scene.id.ada } });
    await db().episodeGuest.updateMany({ where: { roomId }, data: { state: "revoked" } });
    await db().interpreter.updateMany({ where: { roomId }, data: { endedAt: new Date() } });
    const found = await whoGetsIn(scene, roomId);
    expect(found).toEqual({ ...everybody("room_not_live"), ada: "host", ben: "banned" });
  });

  it("a guest without an account gets in, also where guests are not let in", async ({ scene }) => {
    const roomId = await plan(scene, { guestsAllowed: false });
    await db().person.update({ where: { id: scene.id.cleo }, data: { kind: "guest", handle: null } });
    await db().person.update({ where: { id: scene.id.eve }, data: { kind: "guest", handle: null } });
    expect(outcome(await scene.ask("cleo", sit, { roomId, body: {} }))).toBe("speaker");
    expect(outcome(await scene.ask("eve", sit, { roomId, body: {} }))).toBe("room_not_live");
  });

  it("live, it lets everybody in; who hosts it with others moderates, and a late guest comes on the stage", async ({
    scene,
  }) => {
    const roomId = await plan(scene);
    await scene.ask("ben", sit, { roomId, body: {} });
    expect((await scene.ask("ben", goLive, { roomId })).status).toBe(200);
    const found = await whoGetsIn(scene, roomId);
    expect(found).toEqual({ ada: "moderator", ben: "host", cleo: "speaker", dev: "listener", eve: "listener" });
    // Not once a moderator moved them off it.
    expect((await scene.ask("ben", moveToAudience, { roomId, personId: scene.id.cleo })).status).toBe(204);
    await scene.ask("cleo", leave, { roomId });
    const again = await scene.ask("cleo", sit, { roomId, body: {} });
    expect(outcome(again)).toBe("listener");
    expect(again.body?.mine).toMatchObject({ standingOffer: false });
  });

  it("a full room has a place for its guests, its cohosts and its interpreters, and for no other", async ({
    scene,
  }) => {
    const roomId = await plan(scene, { capacity: 5 });
    await scene.ask("ada", sit, { roomId, body: {} });
    await scene.ask("ada", goLive, { roomId });
    // One place is nobody's: the audience's.
    expect(outcome(await scene.ask("eve", sit, { roomId, body: {} }))).toBe("listener");
    expect(outcome(await scene.ask("gil", sit, { roomId, body: {} }))).toBe("room_full");
    for (const who of ["ben", "cleo", "dev"] as const)
      expect((await scene.ask(who, sit, { roomId, body: {} })).status).toBe(200);
    expect(await faultsOfSeats()).toEqual([]);
  });
});

describe("what is behind the stage stays there", () => {
  it("who sits there and what is written there is read by nobody else, and is gone once it is live", async ({
    scene,
  }) => {
    const roomId = await plan(scene);
    for (const who of ["ada", "cleo"] as const) await scene.ask(who, sit, { roomId, body: {} });
    expect((await scene.ask("ada", write, { roomId, body: { text: "Are they good?" } })).status).toBe(200);
    const asRead = async (who: CastName) => (await scene.ask(who, read, { roomId, search: "?" })).body;
    expect(await asRead("cleo")).toMatchObject({ room: { openSeats: 2 }, stage: [{}, {}] });
    expect(await asRead("eve")).toMatchObject({ room: { openSeats: 0 }, stage: [], audience: [] });
    // A cohost who is not there yet looks from outside, too.
    expect(await asRead("ben")).toMatchObject({ room: { openSeats: 0 }, stage: [] });
    const read404 = { roomId, search: "?channel=room" };
    expect((await scene.ask("cleo", chat, read404)).body).toMatchObject({ lines: [{ text: "Are they good?" }] });
    expect((await scene.ask("eve", chat, read404)).status).toBe(404);
    expect((await scene.ask("eve", seats, read404)).status).toBe(404);
    const { heard } = await roomPulses([roomId]);
    expect(heard).toMatchObject([{ pulse: { openSeats: 0, stageCount: 0 } }]);
    const [card] = (await scheduledRooms({ id: scene.id.eve })).filter(({ id }) => id === roomId);
    expect(card).toMatchObject({ openSeats: 0, stageCount: 0, stage: [] });
    await scene.ask("ada", goLive, { roomId });
    expect(await asRead("eve")).toMatchObject({ room: { openSeats: 2, status: "live" }, stage: [{}, {}] });
    expect((await scene.ask("eve", chat, read404)).body).toMatchObject({ lines: [] });
  });

  it("nobody is told that somebody speaks there", async ({ scene }) => {
    const roomId = await plan(scene);
    for (const who of ["ada", "ben", "cleo"] as const) await scene.ask(who, sit, { roomId, body: {} });
    expect(await db().goingLive.count({ where: { roomId } })).toBe(0);
  });

  it("a seat there is swept like any other, and the room does not end for being empty before its hour", async ({
    scene,
    media,
    sweep,
  }) => {
    const roomId = await plan(scene);
    await scene.ask("ada", sit, { roomId, body: {} });
    const sid = media.connect(roomId, scene.id.ada, { publish: true } as never);
    expect(sid).toBeTruthy();
    await sweep(1);
    await sweep(5);
    expect(await db().seat.findFirst({ where: { roomId } })).toMatchObject({ leaseUntil: null });
    media.disconnect(roomId, scene.id.ada);
    await sweep(5);
    await sweep(121);
    expect(await db().seat.count({ where: { roomId, closedAt: null } })).toBe(0);
    await sweep(600);
    expect(await db().room.findUnique({ where: { id: roomId } })).toMatchObject({ status: "scheduled", openSeats: 0 });
  });
});

describe("going live", () => {
  it("is one act, however often and by however many at once", async ({ scene }) => {
    const roomId = await plan(scene);
    for (const who of ["ada", "ben", "cleo"] as const) await scene.ask(who, sit, { roomId, body: {} });
    const before = await db().seat.findMany({ where: { roomId }, orderBy: { id: "asc" } });
    const answers = await Promise.all(
      (["ada", "ben", "ada"] as const).map((who) => scene.ask(who, goLive, { roomId })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { liveAt } = await db().room.findUniqueOrThrow({ where: { id: roomId } });
    expect((await scene.ask("ben", goLive, { roomId })).body).toMatchObject({
      room: { liveAt: liveAt?.toISOString() },
    });
    expect(await db().seat.findMany({ where: { roomId }, orderBy: { id: "asc" } })).toEqual(before);
    const edited = await db().roomEvent.findMany({ where: { roomId, type: "room_edited" } });
    expect(edited).toMatchObject([{ audience: "everyone", facts: { room: { status: "live" } } }]);
    const told = await db().goingLive.findMany({ where: { roomId }, orderBy: { kind: "asc" } });
    expect(told.map(({ personId, kind }) => [personId, kind])).toEqual(
      expect.arrayContaining([
        [scene.id.ada, "went_live"],
        [scene.id.cleo, "speaking"],
      ]),
    );
    expect(await faultsOfSeats()).toEqual([]);
  });

  it("is for hosts and cohosts only, and not before the backstage opens or after the end", async ({ scene }) => {
    const roomId = await plan(scene);
    for (const who of ["cleo", "dev", "eve"] as const)
      expect(await scene.ask(who, goLive, { roomId })).toMatchObject({ status: 403, code: "not_allowed" });
    const later = await plan(scene, { inMs: BACKSTAGE_BEFORE_MS + 60_000 });
    expect(await scene.ask("ada", goLive, { roomId: later })).toMatchObject({ status: 409, code: "room_not_live" });
    const draft = await plan(scene, { draft: true });
    expect(await scene.ask("eve", goLive, { roomId: draft })).toMatchObject({ status: 404 });
    await db().room.update({ where: { id: draft }, data: { status: "ended", endedAt: new Date() } });
    expect(await scene.ask("ada", goLive, { roomId: draft })).toMatchObject({ status: 409, code: "room_ended" });
    expect(await scene.ask("ada", goLive, { roomId: scene.roomId })).toMatchObject({ status: 404 });
    expect(await db().room.count({ where: { id: { in: [roomId, later] }, status: "live" } })).toBe(0);
  });

  it("with a draft it is published as it was meant", async ({ scene }) => {
    const roomId = await plan(scene, { draft: true });
    expect((await scene.ask("ada", goLive, { roomId })).status).toBe(200);
    expect(await db().room.findUnique({ where: { id: roomId } })).toMatchObject({ kind: "open", guestsAllowed: true });
    expect(outcome(await scene.ask("eve", sit, { roomId, body: {} }))).toBe("listener");
  });

  it("an extra person in the house hosts nothing by it", async ({ scene }) => {
    const roomId = await plan(scene);
    const stranger = await addMember("stranger");
    await scene.ask("ben", sit, { roomId, body: {} });
    await scene.ask("ada", goLive, { roomId });
    const seats = await db().seat.findMany({ where: { roomId, closedAt: null } });
    expect(seats.map(({ personId, role }) => [personId, role])).toEqual([[scene.id.ben, "host"]]);
    expect(seats.some(({ personId }) => personId === stranger)).toBe(false);
  });
});
