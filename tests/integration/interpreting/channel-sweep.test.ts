import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
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
import { LISTENS, SPEAKS } from "@/tests/support/fake-media";
import { addRoom } from "@/tests/support/scenes/at-the-door";
import { it as inScene } from "@/tests/support/scenes/scene-test";
import { type CastName, type Scene, seat } from "@/tests/support/scenes/stage-scene";

/** Dev interprets into German, Finn listens: the channel's name at the media server. */
const it = inScene.extend("channel", { auto: true }, async ({ scene, media }) => {
  const name = channelRoom(scene.roomId, "de");
  await scene.ask("ada", assign, { personId: scene.id.dev, body: { language: "de" } });
  for (const who of ["dev", "finn"] as const) {
    const answer = await scene.ask(who, joinChannel, { language: "de" });
    expect(answer.status).toBe(200);
    media.connect(name, scene.id[who], who === "dev" ? SPEAKS : LISTENS);
  }
  return name;
});

const isIn = (scene: Scene, who: CastName) =>
  scene.media.permission(channelRoom(scene.roomId, "de"), scene.id[who]) !== null;
const interpreters = (scene: Scene) =>
  db().interpreter.findMany({
    where: { roomId: scene.roomId, endedAt: null },
    select: { personId: true, onAirSince: true },
  });

describe("who is in a channel", () => {
  it("stays where all is as it should be, and nothing is called but the lists", async ({
    scene,
    media,
    sweep,
    channel,
  }) => {
    media.calls.length = 0;
    await sweep(5);
    expect(media.calls.map(({ method, body }) => [method, body.room])).toEqual([
      ["ListRooms", undefined],
      ["ListParticipants", scene.roomId],
      ["ListParticipants", channel],
    ]);
    expect(isIn(scene, "dev") && isIn(scene, "finn")).toBe(true);
  });

  it("is put out without a seat in that hall, and cut back to what they may do", async ({
    scene,
    media,
    sweep,
    channel,
  }) => {
    media.connect(channel, scene.id.gil, LISTENS);
    media.connect(channel, scene.id.cleo, SPEAKS);
    media.connect(channel, scene.id.dev, LISTENS);
    media.connect(channel, scene.id.finn, { ...LISTENS, canPublishData: true });
    media.connect(channel, "a stranger", LISTENS);
    await sweep(5);
    expect(isIn(scene, "gil")).toBe(false);
    // Whoever was seen cannot be hidden again; their browser comes back as a listener.
    expect(isIn(scene, "cleo")).toBe(false);
    expect(media.permission(channel, "a stranger")).toBeNull();
    expect(media.permission(channel, scene.id.dev)).toEqual(SPEAKS);
    expect(media.permission(channel, scene.id.finn)).toEqual(LISTENS);
  });

  it("with a token from before is put out as they come, if they are told of", async ({
    scene,
    media,
    clock,
    channel,
  }) => {
    media.connect(channel, scene.id.gil, LISTENS);
    const presence = {
      identity: scene.id.gil,
      sid: "PA",
      rights: { publish: false, hidden: true },
      usual: true,
      agent: false,
    };
    await applyWebhook({ type: "joined", roomId: channel, presence }, clock.now);
    expect(isIn(scene, "gil")).toBe(false);
    await applyWebhook(
      { type: "joined", roomId: channel, presence: { ...presence, identity: scene.id.finn } },
      clock.now,
    );
    expect(isIn(scene, "finn")).toBe(true);
    await applyWebhook({ type: "left", roomId: channel, presence }, clock.now);
    await applyWebhook({ type: "room_finished", roomId: channel }, clock.now);
  });

  it("is the family's relay while its lease holds, and no other's", async ({ scene, media, sweep, channel }) => {
    const [ours, others] = [relayIdentity(scene.roomId), relayIdentity(scene.id.ada)];
    await claimWork(ours, "a relay");
    await claimWork(others, "a relay");
    for (const relay of [ours, others]) media.connect(channel, relay, LISTENS, "AGENT");
    await sweep(5);
    expect(media.permission(channel, ours)).not.toBeNull();
    expect(media.permission(channel, others)).toBeNull();
    await releaseWork(ours, "a relay");
    await sweep(5);
    expect(media.permission(channel, ours)).toBeNull();
  });
});

describe("how many hear a language", () => {
  const counts = async (scene: Scene, who: CastName, roomId: string = scene.roomId) =>
    scene.ask(who, readAudiences, { search: "?", roomId });

  it("is what the sweep counted in all halls: neither interpreters, nor relays, nor whoever is put out", async ({
    scene,
    media,
    sweep,
    channel,
  }) => {
    const hall = await addRoom({ createdById: scene.id.ada });
    await db().room.update({ where: { id: hall }, data: { mainRoomId: scene.roomId, overflowNumber: 1 } });
    await seat(hall, scene.id.gil, "listener", "PA_gil");
    expect((await scene.ask("gil", joinChannel, { language: "de", roomId: hall })).status).toBe(200);
    const inHall = channelRoom(hall, "de");
    media.connect(inHall, scene.id.gil, LISTENS);
    const relay = relayIdentity(scene.roomId);
    await claimWork(relay, "a relay");
    for (const one of [channel, inHall]) media.connect(one, relay, LISTENS, "AGENT");
    media.connect(channel, "a stranger", LISTENS);
    expect((await counts(scene, "ada")).body).toEqual({ channels: [{ language: "de", listeners: 0 }] });
    await sweep(5);
    for (const who of ["ada", "ben", "dev"] as const)
      expect((await counts(scene, who)).body).toEqual({ channels: [{ language: "de", listeners: 2 }] });
    media.disconnect(channel, scene.id.finn);
    await sweep(5);
    expect((await counts(scene, "dev")).body).toEqual({ channels: [{ language: "de", listeners: 1 }] });
  });

  it("is nobody's business but theirs who lead the main room or interpret in it", async ({ scene }) => {
    for (const who of ["finn", "cleo", "gil"] as const) expect((await counts(scene, who)).status).toBe(404);
    expect((await counts(scene, "ada", uuid())).status).toBe(404);
  });

  it("lapses where nobody counts any more", async ({ scene, sweep }) => {
    await sweep(5);
    await db().channelAudience.updateMany({ data: { countedAt: new Date(Date.now() - 20_001) } });
    expect((await counts(scene, "dev")).body).toEqual({ channels: [{ language: "de", listeners: 0 }] });
  });
});

describe("a channel", () => {
  it("that nobody is in ends after five minutes, not before, and not while somebody is", async ({
    scene,
    media,
    sweep,
    channel,
  }) => {
    await sweep(600);
    expect(media.rooms.has(channel)).toBe(true);
    for (const who of ["dev", "finn"] as const) media.disconnect(channel, scene.id[who]);
    await sweep(5);
    await sweep(299);
    expect(media.rooms.has(channel)).toBe(true);
    await sweep(1);
    expect(media.rooms.has(channel)).toBe(false);
    expect(media.rooms.has(scene.roomId)).toBe(true);
  });

  it("ends with its room", async ({ scene, media, sweep, channel }) => {
    await scene.ask("ada", endRoom);
    await sweep(5);
    expect(media.rooms.has(channel)).toBe(false);
    expect(await interpreters(scene)).toEqual([]);
  });

  it("that the media server lost is there again with the next sweep, for those on their way back", async ({
    scene,
    media,
    sweep,
    channel,
  }) => {
    await sweep(5);
    media.restart();
    await sweep(5);
    expect(media.rooms.has(channel)).toBe(true);
    expect(await interpreters(scene)).toHaveLength(1);
  });
});

describe("who is on the air", () => {
  it.beforeEach(({ scene }) => scene.ask("dev", takeAir, { personId: scene.id.dev }));

  it("is off it once they left the family, stays assigned, and everyone is told once", async ({
    scene,
    sweep,
    clock,
  }) => {
    await db().seat.updateMany({ where: { personId: scene.id.dev }, data: { closedAt: clock.now } });
    const before = (await scene.events()).length;
    await sweep(5);
    await sweep(5);
    expect(await interpreters(scene)).toEqual([{ personId: scene.id.dev, onAirSince: null }]);
    expect((await scene.events()).slice(before).map(({ type }) => type)).toEqual(["interpreters_changed"]);
    expect(isIn(scene, "dev")).toBe(false);
  });

  it("interprets no more once they are barred", async ({ scene, sweep }) => {
    await db().roomBan.create({ data: { roomId: scene.roomId, personId: scene.id.dev, bannedById: scene.id.ada } });
    await sweep(5);
    expect(await interpreters(scene)).toEqual([]);
    expect((await scene.events()).at(-1)).toMatchObject({ type: "interpreters_changed", facts: { channels: [] } });
  });

  it("stays while they are only away for their grace", async ({ scene, sweep, clock }) => {
    await db().seat.updateMany({ where: { personId: scene.id.dev }, data: { goneAt: clock.now } });
    await sweep(5);
    expect(await interpreters(scene)).toMatchObject([{ onAirSince: expect.any(Date) }]);
  });
});
