import { describe, expect } from "vitest";
import { DELETE as deleteLine } from "@/app/api/rooms/[roomId]/chat/[number]/route";
import { POST as acceptOffer } from "@/app/api/rooms/[roomId]/offer/route";
import { POST as offer } from "@/app/api/rooms/[roomId]/offers/[personId]/route";
import { PUT as answer } from "@/app/api/rooms/[roomId]/recording/answer/route";
import { POST as start, DELETE as stop } from "@/app/api/rooms/[roomId]/recording/route";
import { GET as chat } from "@/app/api/rooms/[roomId]/recordings/[recordingId]/chat/route";
import { GET as list } from "@/app/api/rooms/[roomId]/recordings/route";
import { DELETE as down } from "@/app/api/rooms/[roomId]/stage/[personId]/route";
import { db } from "@/lib/server/postgres/db";
import { writeRecording } from "@/lib/server/recording/write-recording";
import type { RecordingView, ReplayChatPage } from "@/lib/wire/recording/views";
import { addRecording, recordingOf, wrote } from "@/tests/support/scenes/recorded";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

const begun = new Date(Date.now() - 60_000);
const moment = (ms: number): Date => new Date(begun.getTime() + ms);

async function read(scene: Scene, who: CastName, id: string, search = "?"): Promise<ReplayChatPage> {
  const { status, body } = await scene.ask(who, chat, { recordingId: id, search });
  expect(status).toBe(200);
  return body as ReplayChatPage;
}

const textsOf = ({ lines }: ReplayChatPage) => lines.map(({ text }) => text);

async function viewOf(scene: Scene, who: CastName): Promise<RecordingView | undefined> {
  const { body } = await scene.ask(who, list, { search: "?" });
  return (body as { recordings: RecordingView[] }).recordings[0];
}

describe("the chat beside a replay", () => {
  it("is what was written while it was made, each line at its moment", async ({ scene }) => {
    const id = await addRecording(scene.roomId, begun);
    await wrote(scene.roomId, scene.id.dev, "Before it", moment(-1));
    await wrote(scene.roomId, scene.id.dev, "At its start", moment(0));
    await wrote(scene.roomId, scene.id.ben, "Later", moment(7_250));
    await wrote(scene.roomId, scene.id.ben, "After it", moment(10_001));
    const { lines, earlier, later } = await read(scene, "cleo", id);
    expect(lines.map(({ text, atMs, person }) => [text, atMs, person.id])).toEqual([
      ["At its start", 0, scene.id.dev],
      ["Later", 7_250, scene.id.ben],
    ]);
    expect([earlier, later]).toEqual([false, false]);
    expect((await viewOf(scene, "cleo"))?.hasChat).toBe(true);
  });

  it("is read in pages around a moment, and from there in both directions", async ({ scene }) => {
    const id = await addRecording(scene.roomId, begun);
    for (let place = 0; place < 120; place++)
      await wrote(scene.roomId, scene.id.dev, String(place), moment(place * 50));
    const around = await read(scene, "ada", id, "?at=3000");
    expect([textsOf(around)[0], textsOf(around).at(-1), around.earlier, around.later]).toEqual([
      "41",
      "90",
      true,
      true,
    ]);
    const before = await read(scene, "ada", id, `?before=${around.lines[0]?.number}`);
    expect([textsOf(before)[0], textsOf(before).at(-1), before.earlier]).toEqual(["0", "40", false]);
    const next = await read(scene, "ada", id, `?after=${around.lines.at(-1)?.number}`);
    expect([textsOf(next)[0], textsOf(next).at(-1), next.later]).toEqual(["91", "119", false]);
    expect(textsOf(await read(scene, "ada", id))[0]).toBe("0");
  });

  it("holds no line that was deleted, nor of people who look away from each other, who are banned or gone", async ({
    scene,
  }) => {
    const id = await addRecording(scene.roomId, begun);
    const number = await wrote(scene.roomId, scene.id.dev, "Deleted", moment(100));
    await wrote(scene.roomId, scene.id.dev, "Dev's", moment(200));
    await wrote(scene.roomId, scene.id.ben, "Ben's", moment(300));
    expect((await scene.ask("dev", deleteLine, { number, body: {} })).status).toBe(204);
    await db().block.create({ data: { blockerId: scene.id.dev, blockedId: scene.id.cleo } });
    expect(textsOf(await read(scene, "gil", id))).toEqual(["Dev's", "Ben's"]);
    expect(textsOf(await read(scene, "cleo", id))).toEqual(["Ben's"]);
    await db().person.update({ where: { id: scene.id.ben }, data: { bannedAt: new Date() } });
    expect((await viewOf(scene, "cleo"))?.hasChat).toBe(false);
    await db().person.update({ where: { id: scene.id.dev }, data: { givenUpAt: new Date() } });
    expect(textsOf(await read(scene, "gil", id))).toEqual([]);
  });

  it("is not there for who does not see the room, nor of one that is closed, that runs or was deleted", async ({
    scene,
  }) => {
    const id = await addRecording(scene.roomId, begun);
    await wrote(scene.roomId, scene.id.ben, "Ben's", moment(300));
    const ask = (who: CastName) => scene.ask(who, chat, { recordingId: id, search: "?" });
    const change = (data: object) => db().recording.update({ where: { id }, data });
    expect((await ask("gil")).status).toBe(200);
    await db().roomBan.create({ data: { roomId: scene.roomId, personId: scene.id.gil, bannedById: scene.id.ada } });
    expect((await ask("gil")).status).toBe(404);
    await change({ stoppedAt: null });
    expect((await ask("ada")).status).toBe(404);
    await change({ stoppedAt: new Date(), deletedAt: new Date() });
    expect((await ask("ada")).status).toBe(404);
    await change({ deletedAt: null });
    expect((await ask("ada")).status).toBe(200);
    await db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
    expect((await ask("ada")).status).toBe(404);
  });
});

describe("the stage beside a replay", () => {
  it("is who agreed to be in it, for as long as they were on the stage, and nobody else", async ({ scene }) => {
    await scene.ask("ada", start);
    const { id } = await recordingOf(scene);
    for (const [who, agrees] of [
      ["dev", true],
      ["finn", false],
    ] as const) {
      await scene.ask("ada", offer, { personId: scene.id[who] });
      expect((await scene.ask(who, acceptOffer)).status).toBe(200);
      expect((await scene.ask(who, answer, { body: { agrees } })).status).toBe(204);
    }
    for (const who of ["dev", "finn"] as const)
      expect((await scene.ask("ada", down, { personId: scene.id[who] })).status).toBe(204);
    const piece = { number: 0, bytes: Buffer.from("one"), samples: 48_000 * 60, pages: 3, turns: [] };
    await writeRecording({ recordingId: id, fence: 0n }, piece);
    await scene.ask("ada", stop);
    const stage = (await viewOf(scene, "gil"))?.stage ?? [];
    expect(stage.map(({ person }) => person.id)).toEqual([scene.id.dev]);
    expect(stage[0]?.toMs).toBeGreaterThan(stage[0]?.fromMs ?? 0);
    expect(stage[0]?.toMs).toBeLessThan(60_000);
  });
});
