import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST as joinChannel } from "@/app/api/rooms/[roomId]/channels/[language]/route";
import { GET as readAudiences } from "@/app/api/rooms/[roomId]/channels/route";
import { POST as takeAir } from "@/app/api/rooms/[roomId]/interpreters/[personId]/on-air/route";
import { PUT as assign } from "@/app/api/rooms/[roomId]/interpreters/[personId]/route";
import { DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { relayIdentity } from "@/lib/domain/family/relay";
import { channelRoom } from "@/lib/domain/interpreting/channel";
import { applyWebhook } from "@/lib/server/mirroring/apply-webhook";
import { db } from "@/lib/server/postgres/db";
import { claimWork, releaseWork } from "@/lib/server/postgres/work-lease";
import { sweepOnce } from "@/lib/worker/sweep-once";
import { FakeMedia, LISTENS, SPEAKS } from "@/tests/support/fake-media";
import { addRoom } from "@/tests/support/scenes/at-the-door";
import { type CastName, openScene, type Scene, seat } from "@/tests/support/scenes/stage-scene";

const media = new FakeMedia();
let scene: Scene;
let fence: bigint;
let now: Date;
let name: string;

beforeAll(() => media.start());
afterAll(() => media.stop());
/** Dev interprets into German, Finn listens. */
beforeEach(async () => {
  await db().room.updateMany({ data: { status: "ended", endedAt: new Date(0) } });
  await db().seat.updateMany({ data: { closedAt: new Date() } });
  media.restart();
  scene = await openScene(media);
  now = new Date();
  fence = (await claimWork("sweep", "tests")) ?? -1n;
  name = channelRoom(scene.roomId, "de");
  await scene.ask("ada", assign, { personId: scene.id.dev, body: { language: "de" } });
  for (const who of ["dev", "finn"] as const) {
    const answer = await scene.ask(who, joinChannel, { language: "de" });
    expect(answer.status).toBe(200);
    media.connect(name, scene.id[who], who === "dev" ? SPEAKS : LISTENS);
  }
});

const sweep = (seconds = 5) => {
  now = new Date(now.getTime() + seconds * 1_000);
  return sweepOnce(fence, () => now);
};
const isIn = (who: CastName) => media.permission(name, scene.id[who]) !== null;
const interpreters = () =>
  db().interpreter.findMany({
    where: { roomId: scene.roomId, endedAt: null },
    select: { personId: true, onAirSince: true },
  });

describe("who is in a channel", () => {
  it("stays where all is as it should be, and nothing is called but the lists", async () => {
    media.calls.length = 0;
    await sweep();
    expect(media.calls.map(({ method, body }) => [method, body.room])).toEqual([
      ["ListRooms", undefined],
      ["ListParticipants", scene.roomId],
      ["ListParticipants", name],
    ]);
    expect(isIn("dev") && isIn("finn")).toBe(true);
  });

  it("is put out without a seat in that hall, and cut back to what they may do", async () => {
    media.connect(name, scene.id.gil, LISTENS);
    media.connect(name, scene.id.cleo, SPEAKS);
    media.connect(name, scene.id.dev, LISTENS);
    media.connect(name, scene.id.finn, { ...LISTENS, canPublishData: true });
    media.connect(name, "a stranger", LISTENS);
    await sweep();
    expect(isIn("gil")).toBe(false);
    // Whoever was seen cannot be hidden again; their browser comes back as a listener.
    expect(isIn("cleo")).toBe(false);
    expect(media.permission(name, "a stranger")).toBeNull();
    expect(media.permission(name, scene.id.dev)).toEqual(SPEAKS);
    expect(media.permission(name, scene.id.finn)).toEqual(LISTENS);
  });

  it("with a token from before is put out as they come, if they are told of", async () => {
    media.connect(name, scene.id.gil, LISTENS);
    const presence = {
      identity: scene.id.gil,
      sid: "PA",
      rights: { publish: false, hidden: true },
      usual: true,
      agent: false,
    };
    await applyWebhook({ type: "joined", roomId: name, presence }, now);
    expect(isIn("gil")).toBe(false);
    await applyWebhook({ type: "joined", roomId: name, presence: { ...presence, identity: scene.id.finn } }, now);
    expect(isIn("finn")).toBe(true);
    await applyWebhook({ type: "left", roomId: name, presence }, now);
    await applyWebhook({ type: "room_finished", roomId: name }, now);
  });

  it("is the family's relay while its lease holds, and no other's", async () => {
    const [ours, others] = [relayIdentity(scene.roomId), relayIdentity(scene.id.ada)];
    await claimWork(ours, "a relay");
    await claimWork(others, "a relay");
    for (const relay of [ours, others]) media.connect(name, relay, LISTENS, "AGENT");
    await sweep();
    expect(media.permission(name, ours)).not.toBeNull();
    expect(media.permission(name, others)).toBeNull();
    await releaseWork(ours, "a relay");
    await sweep();
    expect(media.permission(name, ours)).toBeNull();
  });
});

describe("how many hear a language", () => {
  const counts = async (who: CastName, roomId: string = scene.roomId) =>
    scene.ask(who, readAudiences, { search: "?", roomId });

  it("is what the sweep counted in all halls: neither interpreters, nor relays, nor whoever is put out", async () => {
    const hall = await addRoom({ createdById: scene.id.ada });
    await db().room.update({ where: { id: hall }, data: { mainRoomId: scene.roomId, overflowNumber: 1 } });
    await seat(hall, scene.id.gil, "listener", "PA_gil");
    expect((await scene.ask("gil", joinChannel, { language: "de", roomId: hall })).status).toBe(200);
    const inHall = channelRoom(hall, "de");
    media.connect(inHall, scene.id.gil, LISTENS);
    const relay = relayIdentity(scene.roomId);
    await claimWork(relay, "a relay");
    for (const channel of [name, inHall]) media.connect(channel, relay, LISTENS, "AGENT");
    media.connect(name, "a stranger", LISTENS);
    expect((await counts("ada")).body).toEqual({ channels: [{ language: "de", listeners: 0 }] });
    await sweep();
    for (const who of ["ada", "ben", "dev"] as const)
      expect((await counts(who)).body).toEqual({ channels: [{ language: "de", listeners: 2 }] });
    media.disconnect(name, scene.id.finn);
    await sweep();
    expect((await counts("dev")).body).toEqual({ channels: [{ language: "de", listeners: 1 }] });
  });

  it("is nobody's business but theirs who lead the main room or interpret in it", async () => {
    for (const who of ["finn", "cleo", "gil"] as const) expect((await counts(who)).status).toBe(404);
    expect((await counts("ada", uuid())).status).toBe(404);
  });

  it("lapses where nobody counts any more", async () => {
    await sweep();
    await db().channelAudience.updateMany({ data: { countedAt: new Date(Date.now() - 20_001) } });
    expect((await counts("dev")).body).toEqual({ channels: [{ language: "de", listeners: 0 }] });
  });
});

describe("a channel", () => {
  it("that nobody is in ends after five minutes, not before, and not while somebody is", async () => {
    await sweep(600);
    expect(media.rooms.has(name)).toBe(true);
    for (const who of ["dev", "finn"] as const) media.disconnect(name, scene.id[who]);
    await sweep();
    await sweep(299);
    expect(media.rooms.has(name)).toBe(true);
    await sweep(1);
    expect(media.rooms.has(name)).toBe(false);
    expect(media.rooms.has(scene.roomId)).toBe(true);
  });

  it("ends with its room", async () => {
    await scene.ask("ada", endRoom);
    await sweep();
    expect(media.rooms.has(name)).toBe(false);
    expect(await interpreters()).toEqual([]);
  });

  it("that the media server lost is there again with the next sweep, for those on their way back", async () => {
    await sweep();
    media.restart();
    await sweep();
    expect(media.rooms.has(name)).toBe(true);
    expect(await interpreters()).toHaveLength(1);
  });
});

describe("who is on the air", () => {
  beforeEach(() => scene.ask("dev", takeAir, { personId: scene.id.dev }));

  it("is off it once they left the family, stays assigned, and everyone is told once", async () => {
    await db().seat.updateMany({ where: { personId: scene.id.dev }, data: { closedAt: now } });
    const before = (await scene.events()).length;
    await sweep();
    await sweep();
    expect(await interpreters()).toEqual([{ personId: scene.id.dev, onAirSince: null }]);
    expect((await scene.events()).slice(before).map(({ type }) => type)).toEqual(["interpreters_changed"]);
    expect(isIn("dev")).toBe(false);
  });

  it("interprets no more once they are barred", async () => {
    await db().roomBan.create({ data: { roomId: scene.roomId, personId: scene.id.dev, bannedById: scene.id.ada } });
    await sweep();
    expect(await interpreters()).toEqual([]);
    expect((await scene.events()).at(-1)).toMatchObject({ type: "interpreters_changed", facts: { channels: [] } });
  });

  it("stays while they are only away for their grace", async () => {
    await db().seat.updateMany({ where: { personId: scene.id.dev }, data: { goneAt: now } });
    await sweep();
    expect(await interpreters()).toMatchObject([{ onAirSince: expect.any(Date) }]);
  });
});
