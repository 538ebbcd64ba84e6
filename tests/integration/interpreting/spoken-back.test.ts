import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PUT as remove } from "@/app/api/rooms/[roomId]/bans/[personId]/route";
import { POST as raiseHand } from "@/app/api/rooms/[roomId]/hand/route";
import { GET as readHands } from "@/app/api/rooms/[roomId]/hands/route";
import { POST as takeAir } from "@/app/api/rooms/[roomId]/interpreters/[personId]/on-air/route";
import { PUT as assign, DELETE as end } from "@/app/api/rooms/[roomId]/interpreters/[personId]/route";
import {
  DELETE as turnToBooth,
  POST as turnToStage,
} from "@/app/api/rooms/[roomId]/interpreters/[personId]/to-stage/route";
import { POST as acceptOffer } from "@/app/api/rooms/[roomId]/offer/route";
import { POST as offerStage } from "@/app/api/rooms/[roomId]/offers/[personId]/route";
import { DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as mute } from "@/app/api/rooms/[roomId]/stage/[personId]/mute/route";
import { DELETE as moveToAudience } from "@/app/api/rooms/[roomId]/stage/[personId]/route";
import { POST as muteAll } from "@/app/api/rooms/[roomId]/stage/mute/route";
import { interpreterIdentity } from "@/lib/domain/interpreting/spoken-back";
import { applyWebhook } from "@/lib/server/mirroring/apply-webhook";
import { db } from "@/lib/server/postgres/db";
import { claimWork } from "@/lib/server/postgres/work-lease";
import { readRoomView } from "@/lib/server/queries/rooms/read-room-view";
import { whoIsHeard } from "@/lib/server/relaying/who-is-heard";
import { sweepOnce } from "@/lib/worker/sweep-once";
import { FakeMedia, LISTENS, SPEAKS } from "@/tests/support/fake-media";
import { type CastName, openScene, type Scene } from "@/tests/support/scenes/stage-scene";

const media = new FakeMedia();
let scene: Scene;
let fence: bigint;
let voice: string;

beforeAll(() => media.start());
afterAll(() => media.stop());
/** Dev interprets into German and is on the air; Finn, who hears German, asks. */
beforeEach(async () => {
  await db().room.updateMany({ data: { status: "ended", endedAt: new Date(0) } });
  await db().seat.updateMany({ data: { closedAt: new Date() } });
  media.restart();
  scene = await openScene(media);
  fence = (await claimWork("sweep", "tests")) ?? -1n;
  voice = interpreterIdentity(scene.id.dev);
  await scene.ask("ada", assign, { personId: scene.id.dev, body: { language: "de" } });
  await scene.ask("dev", takeAir, { personId: scene.id.dev });
});

const sweep = () => sweepOnce(fence, () => new Date());
const turn = (who: CastName = "dev", body: object = {}) =>
  scene.ask(who, turnToStage, { personId: scene.id.dev, body });
const back = (who: CastName = "dev") => scene.ask(who, turnToBooth, { personId: scene.id.dev });
const isHeard = () => media.permission(scene.roomId, voice) !== null;
const row = () =>
  db().interpreter.findFirstOrThrow({
    where: { roomId: scene.roomId, personId: scene.id.dev },
    orderBy: { assignedAt: "desc" },
    select: { onAirSince: true, toStageSince: true, endedAt: true },
  });

async function bringFinnUp(asksIn: string | null = "de"): Promise<void> {
  await scene.ask("finn", raiseHand, { body: { question: "Wann?", asksIn } });
  await scene.ask("ada", offerStage, { personId: scene.id.finn });
  expect((await scene.ask("finn", acceptOffer)).status).toBe(200);
}

/** Finn asks, and Dev speaks on the stage, connected. */
async function speakBack(): Promise<void> {
  await bringFinnUp();
  expect((await turn()).status).toBe(200);
  media.connect(scene.roomId, voice, SPEAKS);
}

/** What everyone was told of Dev since, in order. */
const toldSince = async (before: number) =>
  (await scene.events()).slice(before).flatMap(({ type, facts }) => {
    if (type !== "interpreters_changed") return [type];
    const { channels } = facts as { channels: { interpreters: { toStage: boolean }[] }[] };
    return [`${type} ${channels[0]?.interpreters[0]?.toStage ?? "none"}`];
  });

describe("a raised hand", () => {
  it("carries the language that its owner listens to, through the invitation, to the stage", async () => {
    await scene.ask("finn", raiseHand, { body: { question: "Wann?", asksIn: "de" } });
    const { body } = await scene.ask("ada", readHands, { search: "?" });
    expect(body).toMatchObject({ hands: [{ person: { name: "finn" }, asksIn: "de" }] });
    await scene.ask("ada", offerStage, { personId: scene.id.finn });
    await scene.ask("finn", acceptOffer);
    const asking = (await readRoomView(scene.roomId))?.stage.map(({ name, asksIn }) => [name, asksIn]);
    expect(asking).toContainEqual(["finn", "de"]);
    expect(asking).toContainEqual(["cleo", undefined]);
    expect((await scene.events()).find(({ type }) => type === "stage_joined")).toMatchObject({
      facts: { person: { asksIn: "de" } },
    });
    await scene.ask("finn", moveToAudience, { personId: scene.id.finn });
    expect((await scene.seatOf("finn"))?.asksIn).toBeNull();
  });

  it("carries none that nobody interprets into, and keeps what it has where nothing is said", async () => {
    await scene.ask("finn", raiseHand, { body: { asksIn: "ja" } });
    const kept = () => db().hand.findFirstOrThrow({ where: { personId: scene.id.finn }, select: { asksIn: true } });
    expect(await kept()).toEqual({ asksIn: null });
    await scene.ask("finn", raiseHand, { body: { question: "Wann?", asksIn: "de" } });
    await scene.ask("finn", raiseHand, { body: { question: "Wo?" } });
    expect(await kept()).toEqual({ asksIn: "de" });
    expect((await scene.ask("finn", raiseHand, { body: { asksIn: "German" } })).status).toBe(422);
  });
});

describe("an interpreter who turns to the stage", () => {
  it("may speak there beside their seat, is off the air, and everyone is told; the relay hears them", async () => {
    await bringFinnUp();
    const before = (await scene.events()).length;
    const answer = await turn();
    const { token } = (answer.body as { media: { token: string } }).media;
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    expect(claims).toMatchObject({
      sub: voice,
      video: { room: scene.roomId, canPublish: true, canPublishSources: ["microphone"], hidden: false },
    });
    expect(claims.video).toMatchObject({ canPublishData: false, roomAdmin: false });
    expect(await toldSince(before)).toEqual(["interpreters_changed true"]);
    expect(await row()).toMatchObject({ onAirSince: null, toStageSince: expect.any(Date) });
    expect((await whoIsHeard([scene.roomId])).get(scene.roomId)?.stage.get(voice)).toEqual({ muted: false });
    media.connect(scene.roomId, voice, SPEAKS);
    await sweep();
    expect(isHeard()).toBe(true);
    expect((await turn()).status).toBe(200);
    expect((await turn("dev", { again: true })).status).toBe(200);
    expect(await toldSince(before)).toEqual(["interpreters_changed true"]);
  });

  it("is refused with the reason", async () => {
    expect(await turn()).toMatchObject({ status: 409, code: "nobody_asks" });
    await bringFinnUp(null);
    expect(await turn()).toMatchObject({ status: 409, code: "nobody_asks" });
    await db().seat.updateMany({ where: { personId: scene.id.finn, closedAt: null }, data: { asksIn: "de" } });
    expect(await turn("ada")).toMatchObject({ status: 403, code: "not_allowed" });
    expect(await turn("gil")).toMatchObject({ status: 409, code: "no_seat" });
    expect(await scene.ask("ben", turnToStage, { personId: scene.id.ben })).toMatchObject({ code: "not_interpreting" });
    expect(await turn("dev", { again: true })).toMatchObject({ code: "not_on_stage" });
    await db().room.update({ where: { id: scene.roomId }, data: { microphonesLockedAt: new Date() } });
    expect(await turn()).toMatchObject({ code: "microphones_locked" });
    await db().room.update({ where: { id: scene.roomId }, data: { microphonesLockedAt: null } });
    await db().seat.updateMany({ where: { personId: scene.id.dev, closedAt: null }, data: { role: "speaker" } });
    expect(await turn()).toMatchObject({ code: "already_on_stage" });
    expect(await row()).toMatchObject({ toStageSince: null });
  });

  it("gives it back themselves, cut before it is told", async () => {
    await speakBack();
    const before = (await scene.events()).length;
    const held = media.holdNext("RemoveParticipant");
    const answer = back();
    await held.arrived;
    expect(await toldSince(before)).toEqual([]);
    held.release();
    expect((await answer).status).toBe(204);
    expect(isHeard()).toBe(false);
    expect(await toldSince(before)).toEqual(["interpreters_changed false"]);
    expect((await back()).status).toBe(204);
    expect(await toldSince(before)).toEqual(["interpreters_changed false"]);
    expect((await whoIsHeard([scene.roomId])).get(scene.roomId)?.stage.has(voice)).toBe(false);
  });

  it("who was never turned is put out, and so is whoever may do more than speak", async () => {
    await bringFinnUp();
    media.connect(scene.roomId, voice, SPEAKS);
    await sweep();
    expect(isHeard()).toBe(false);
    await turn();
    for (const grants of [LISTENS, { ...SPEAKS, canPublishData: true }]) {
      media.connect(scene.roomId, voice, grants);
      const presence = {
        identity: voice,
        sid: "PA_x",
        rights: { publish: true, hidden: false },
        usual: true,
        agent: false,
      };
      await applyWebhook({ type: "joined", roomId: scene.roomId, presence }, new Date());
      expect(isHeard()).toBe(false);
    }
  });
});

describe("the right ends at once", () => {
  const endings: [string, () => Promise<unknown>][] = [
    ["when the asker leaves the stage", () => scene.ask("finn", moveToAudience, { personId: scene.id.finn })],
    ["when the asker is moved from it", () => scene.ask("ben", moveToAudience, { personId: scene.id.finn })],
    ["when the asker is removed", () => scene.ask("ada", remove, { personId: scene.id.finn, body: {} })],
    ["with the assignment", () => scene.ask("ada", end, { personId: scene.id.dev })],
    ["with another language", () => scene.ask("ada", assign, { personId: scene.id.dev, body: { language: "fr" } })],
    ["when the interpreter is removed", () => scene.ask("ada", remove, { personId: scene.id.dev, body: {} })],
    ["by a moderator's mute", () => scene.ask("ben", mute, { personId: scene.id.dev })],
    ["when all are muted", () => scene.ask("ada", muteAll, { body: { lock: false } })],
  ];
  it.each(endings)("%s", async (_, ending) => {
    await speakBack();
    const before = (await scene.events()).length;
    await ending();
    expect(isHeard(), "connected").toBe(false);
    expect((await whoIsHeard([scene.roomId])).get(scene.roomId)?.stage.has(voice)).toBe(false);
    await sweep();
    const ended = await db().interpreter.findMany({ where: { personId: scene.id.dev, toStageSince: { not: null } } });
    expect(ended.filter(({ endedAt }) => endedAt === null)).toEqual([]);
    expect((await toldSince(before)).filter((told) => told.startsWith("interpreters_changed"))).not.toContain(
      "interpreters_changed true",
    );
    expect((await readRoomView(scene.roomId))?.channels.flatMap(({ interpreters }) => interpreters)).not.toContainEqual(
      expect.objectContaining({ toStage: true }),
    );
    expect((await turn("dev", { again: true })).status).toBeGreaterThanOrEqual(400);
  });

  it("with the room", async () => {
    await speakBack();
    await scene.ask("ada", endRoom);
    expect((await whoIsHeard([scene.roomId])).get(scene.roomId)?.stage.has(voice)).toBe(false);
    await sweep();
    expect(await row()).toMatchObject({ toStageSince: null, endedAt: expect.any(Date) });
  });

  it("with the interpreter's seat, by the sweep", async () => {
    await speakBack();
    await db().seat.updateMany({ where: { personId: scene.id.dev }, data: { closedAt: new Date() } });
    const before = (await scene.events()).length;
    await sweep();
    expect(isHeard()).toBe(false);
    expect(await row()).toMatchObject({ toStageSince: null, endedAt: null });
    expect(await toldSince(before)).toEqual(["interpreters_changed false"]);
  });

  it("by nobody else's mute, and with the media server away the sweep carries it out", async () => {
    await speakBack();
    expect((await scene.ask("cleo", mute, { personId: scene.id.dev })).status).toBe(403);
    expect(isHeard()).toBe(true);
    media.away = true;
    const before = (await scene.events()).length;
    expect((await scene.ask("ben", mute, { personId: scene.id.dev })).code).toBe("media_away");
    expect(await toldSince(before)).toEqual([]);
    media.away = false;
    await sweep();
    expect(isHeard()).toBe(false);
    expect(await toldSince(before)).toEqual(["interpreters_changed false"]);
  });
});
