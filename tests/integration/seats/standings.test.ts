import { describe, expect } from "vitest";
import { relayIdentity } from "@/lib/domain/family/relay";
import { visitIdentity } from "@/lib/domain/family/visit";
import { channelRoom } from "@/lib/domain/interpreting/channel";
import { ensureMediaRoom, forgetMediaRoom } from "@/lib/media/api";
import { toPresence } from "@/lib/media/mirror";
import { applyWebhook } from "@/lib/server/mirroring/apply-webhook";
import { standingOf } from "@/lib/server/mirroring/standings";
import { db, hotPool } from "@/lib/server/postgres/db";
import { claimWork, releaseWork } from "@/lib/server/postgres/work-lease";
import { type FakeMedia, LISTENS, SPEAKS } from "@/tests/support/fake-media";
import { it as inScene } from "@/tests/support/scenes/scene-test";
import { openScene, type Scene } from "@/tests/support/scenes/stage-scene";

/** What the relay's tokens grant in an overflow room. */
const CARRIES = { ...SPEAKS, canPublishData: true };

/** A family of two rooms, whose relay holds its lease. */
const it = inScene
  .extend("hall", { auto: true }, ({ scene }) => openHall(scene))
  .extend("relay", { auto: true }, async ({ scene }) => {
    const relay = relayIdentity(scene.roomId);
    await claimWork(relay, "a relay");
    return relay;
  });

async function openHall(scene: Scene): Promise<string> {
  const room = { title: "Night trains", language: "en", capacity: 10, createdById: scene.id.ada, liveAt: new Date() };
  const { id } = await db().room.create({
    data: { ...room, mainRoomId: scene.roomId, overflowNumber: 1, clock: { create: {} } },
    select: { id: true },
  });
  forgetMediaRoom(id);
  const { sid } = await ensureMediaRoom(id, 10);
  await db().room.update({ where: { id }, data: { mediaSid: sid } });
  return id;
}

const isThere = (media: FakeMedia, roomId: string, identity: string) => media.permission(roomId, identity) !== null;
const lapse = (relay: string, seconds: number) =>
  hotPool().query("UPDATE work_lease SET lease_until = now() - $1 * interval '1 second' WHERE name = $2", [
    seconds,
    relay,
  ]);

describe("the relay of a family", () => {
  it("is let be where it carries and where it listens, without a call for it", async ({
    scene,
    media,
    sweep,
    hall,
    relay,
  }) => {
    media.connect(scene.roomId, relay, LISTENS, "AGENT");
    media.connect(hall, relay, CARRIES, "AGENT");
    media.calls.length = 0;
    await sweep();
    expect([isThere(media, scene.roomId, relay), isThere(media, hall, relay)]).toEqual([true, true]);
    expect(new Set(media.calls.map(({ method }) => method))).toEqual(new Set(["ListRooms", "ListParticipants"]));
    expect(await db().seat.count({ where: { roomId: hall } })).toBe(0);
  });

  it("is put out of every room of another family, and of one that is none", async ({ media, sweep, hall, relay }) => {
    const other = await openScene(media);
    media.connect(other.roomId, relay, LISTENS, "AGENT");
    media.connect(hall, relayIdentity(other.roomId), CARRIES, "AGENT");
    media.connect(hall, "relay:nobody", CARRIES, "AGENT");
    await sweep();
    expect([
      isThere(media, other.roomId, relay),
      isThere(media, hall, relayIdentity(other.roomId)),
      isThere(media, hall, "relay:nobody"),
    ]).toEqual([false, false, false]);
  });

  it.for([
    ["a person's client", LISTENS, CARRIES, undefined],
    ["one that could be heard on the main stage", CARRIES, CARRIES, "AGENT"],
    ["one that is seen in the main room", { ...LISTENS, hidden: false }, CARRIES, "AGENT"],
    ["one that could send a picture", LISTENS, { ...CARRIES, canPublishSources: ["MICROPHONE", "CAMERA"] }, "AGENT"],
  ] as const)("is not %s", async ([_, inMain, inHall, kind], { scene, media, sweep, hall, relay }) => {
    media.connect(scene.roomId, relay, inMain, kind);
    media.connect(hall, relay, { ...inHall, canPublishSources: [...inHall.canPublishSources] }, kind);
    await sweep();
    expect(isThere(media, scene.roomId, relay) && isThere(media, hall, relay)).toBe(false);
  });

  it("is put out when nobody holds its lease any more, but not for a lease that ran out a moment ago", async ({
    media,
    sweep,
    hall,
    relay,
  }) => {
    media.connect(hall, relay, CARRIES, "AGENT");
    await lapse(relay, 3);
    await sweep();
    expect(isThere(media, hall, relay)).toBe(true);
    await lapse(relay, 11);
    await sweep();
    expect(isThere(media, hall, relay)).toBe(false);
    media.connect(hall, relay, CARRIES, "AGENT");
    await claimWork(relay, "another");
    await releaseWork(relay, "another");
    await sweep();
    expect(isThere(media, hall, relay)).toBe(false);
  });

  it("may listen in the main hall's channels and speak in those of the others", async ({ scene, hall, relay }) => {
    expect(await standingOf(channelRoom(scene.roomId, "fr"), relay)).toEqual({
      agent: true,
      publish: false,
      hidden: true,
    });
    expect(await standingOf(channelRoom(hall, "fr"), relay)).toEqual({ agent: true, publish: true, hidden: false });
    expect(await standingOf("not:ours", relay)).toBeNull();
    expect(await standingOf(`${hall}:fr:more`, relay)).toBeNull();
  });

  it("ends with its family", async ({ scene, hall, relay }) => {
    await db().room.update({ where: { id: hall }, data: { status: "ended" } });
    expect(await standingOf(hall, relay)).toBeNull();
    expect(await standingOf(scene.roomId, relay)).not.toBeNull();
  });
});

describe("a visitor", () => {
  const visit = (scene: Scene, roomId: string, closedAt: Date | null = null) =>
    db().visit.create({
      data: { roomId, personId: scene.id.ada, leaseUntil: new Date(Date.now() + 60_000), closedAt },
    });

  it("hears the room of their open visit, unseen, and takes no seat there", async ({ scene, media, sweep, hall }) => {
    await visit(scene, hall);
    media.connect(hall, visitIdentity(scene.id.ada), LISTENS);
    await sweep();
    expect(isThere(media, hall, visitIdentity(scene.id.ada))).toBe(true);
    expect(await db().seat.count({ where: { roomId: hall } })).toBe(0);
  });

  it("is put out of any other room, after the visit's end, and with more than ears", async ({
    scene,
    media,
    sweep,
    hall,
  }) => {
    await visit(scene, hall, new Date());
    media.connect(hall, visitIdentity(scene.id.ada), LISTENS);
    media.connect(scene.roomId, visitIdentity(scene.id.ada), LISTENS);
    media.connect(hall, visitIdentity(scene.id.ben), LISTENS);
    await sweep();
    expect(isThere(media, hall, visitIdentity(scene.id.ada))).toBe(false);
    expect(isThere(media, scene.roomId, visitIdentity(scene.id.ada))).toBe(false);
    expect(isThere(media, hall, visitIdentity(scene.id.ben))).toBe(false);
    await visit(scene, hall);
    media.connect(hall, visitIdentity(scene.id.ada), SPEAKS);
    await sweep();
    expect(isThere(media, hall, visitIdentity(scene.id.ada))).toBe(false);
  });
});

describe("a hint", () => {
  const joined = (media: FakeMedia, roomId: string, identity: string) => {
    const person = media.rooms.get(roomId)?.people.get(identity);
    if (!person) throw new Error("not connected");
    const { sid, permission } = person;
    const presence = toPresence({ identity, sid, permission } as unknown as Parameters<typeof toPresence>[0]);
    return applyWebhook({ type: "joined", roomId, presence }, new Date());
  };

  it("of the relay where it belongs changes nothing; of one where it does not puts it out at once", async ({
    media,
    hall,
    relay,
  }) => {
    media.connect(hall, relay, CARRIES, "AGENT");
    await joined(media, hall, relay);
    expect(isThere(media, hall, relay)).toBe(true);
    await releaseWork(relay, "a relay");
    await joined(media, hall, relay);
    expect(isThere(media, hall, relay)).toBe(false);
  });

  it("of a person who came in under the relay's name is not fooled", async ({ media, hall, relay }) => {
    media.connect(hall, relay, CARRIES);
    await joined(media, hall, relay);
    expect(isThere(media, hall, relay)).toBe(false);
  });
});
