import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect } from "vitest";
import { POST as acceptOffer } from "@/app/api/rooms/[roomId]/offer/route";
import { POST as offer } from "@/app/api/rooms/[roomId]/offers/[personId]/route";
import { PUT as answer } from "@/app/api/rooms/[roomId]/recording/answer/route";
import { POST as start, DELETE as stop } from "@/app/api/rooms/[roomId]/recording/route";
import { PATCH as change, DELETE as remove } from "@/app/api/rooms/[roomId]/recordings/[recordingId]/route";
import { GET as sound } from "@/app/api/rooms/[roomId]/recordings/[recordingId]/sound/route";
import { GET as list } from "@/app/api/rooms/[roomId]/recordings/route";
import { PATCH as edit, DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import { DELETE as unmute } from "@/app/api/rooms/[roomId]/stage/[personId]/mute/route";
import { recorderIdentity } from "@/lib/domain/recording/recorder";
import { env } from "@/lib/env";
import { eraseAccount } from "@/lib/server/account/erase-account";
import { standingOf } from "@/lib/server/mirroring/standings";
import { db } from "@/lib/server/postgres/db";
import { prune } from "@/lib/server/postgres/prune";
import { claimWork, releaseWork } from "@/lib/server/postgres/work-lease";
import { mine } from "@/lib/server/queries/rooms/mine";
import { readRoomView } from "@/lib/server/queries/rooms/read-room-view";
import { keepRecordings } from "@/lib/server/recording/drop-recordings";
import { openRecordings } from "@/lib/server/recording/open-recordings";
import { takeUpRecording } from "@/lib/server/recording/take-up-recording";
import { writeRecording } from "@/lib/server/recording/write-recording";
import { about, hear, recorded, recordingOf } from "@/tests/support/scenes/recorded";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

const folder = () => join(env().PLENUM_FILES, "recordings");
const NO_LIMITS = { days: null, bytes: null };

beforeEach(() => rm(folder(), { recursive: true, force: true }));

const files = (): Promise<string[]> => readdir(folder()).catch(() => []);

const say = (scene: Scene, who: CastName, agrees: boolean) => scene.ask(who, answer, { body: { agrees } });

/** Whom the relay would hear now, by name. */
async function heard(scene: Scene): Promise<string[]> {
  const [open] = await openRecordings("one");
  const names = Object.entries(scene.id);
  return (open?.heard ?? []).map((id) => names.find(([, other]) => other === id)?.[0] ?? "?").sort();
}

/** The sound of a recording, as somebody who is not signed in. */
const listen = (scene: Scene, recordingId: string, range?: string, search = ""): Promise<Response> =>
  hear(scene.roomId, recordingId, { headers: range ? { range } : {}, search });

describe("a recording", () => {
  it("is switched on by the host alone, once, and everyone is told and shown", async ({ scene }) => {
    for (const who of ["ben", "cleo", "dev"] as const) expect((await scene.ask(who, start)).code).toBe("not_allowed");
    expect((await scene.ask("eve", start)).status).toBe(409);
    const started = await scene.ask("ada", start);
    expect(started.status).toBe(201);
    expect((await scene.ask("ada", start)).body).toEqual(started.body);
    const told = (await scene.events()).filter(({ type }) => type.startsWith("recording"));
    expect(told).toEqual([
      { type: "recording_started", audience: "everyone", toId: null, facts: { ...started.body, byId: scene.id.ada } },
    ]);
    expect((await readRoomView(scene.roomId))?.room.recording).toEqual(started.body?.recording);
    expect((await scene.ask("ben", stop)).code).toBe("not_allowed");
    for (const _ of [1, 2]) expect((await scene.ask("ada", stop)).status).toBe(204);
    expect((await scene.events()).filter(({ type }) => type === "recording_stopped")).toHaveLength(1);
    expect((await readRoomView(scene.roomId))?.room.recording).toBeNull();
  });

  it("is none of a closed room, and ends where a room is closed", async ({ scene }) => {
    await scene.ask("ada", start);
    expect(await openRecordings("one")).toHaveLength(1);
    expect((await scene.ask("ada", edit, { body: { kind: "closed" } })).status).toBe(200);
    expect(await openRecordings("one")).toEqual([]);
    expect((await recordingOf(scene)).stoppedAt).not.toBeNull();
    expect((await scene.ask("ada", start)).code).toBe("not_recordable");
    expect((await readRoomView(scene.roomId))?.room.recording).toBeNull();
  });

  it("is made while the room is live: not backstage, and not once it has ended", async ({ scene }) => {
    await db().room.update({ where: { id: scene.roomId }, data: { status: "scheduled" } });
    expect((await scene.ask("ada", start)).status).toBe(201);
    expect(await openRecordings("one")).toEqual([]);
    await db().room.update({ where: { id: scene.roomId }, data: { status: "live" } });
    expect(await openRecordings("one")).toHaveLength(1);
    expect((await scene.ask("ada", endRoom)).status).toBe(204);
    expect(await openRecordings("one")).toEqual([]);
    expect((await recordingOf(scene)).stoppedAt).not.toBeNull();
  });
});

describe("in a recording is heard", () => {
  it("who agreed, and nobody else; a yes is taken back at once", async ({ scene }) => {
    await scene.ask("ada", start);
    expect(await heard(scene)).toEqual(["ada"]);
    expect((await say(scene, "ben", true)).status).toBe(204);
    expect((await say(scene, "cleo", false)).status).toBe(204);
    expect(await heard(scene)).toEqual(["ada", "ben"]);
    expect((await say(scene, "dev", true)).code).toBe("not_on_stage");
    expect((await say(scene, "ben", false)).status).toBe(204);
    expect((await say(scene, "cleo", true)).status).toBe(204);
    expect(await heard(scene)).toEqual(["ada", "cleo"]);
    const said = await db().recordingAnswer.findMany({ where: { personId: scene.id.ben }, orderBy: { id: "asc" } });
    expect(said.map(({ agrees }) => agrees)).toEqual([true, false]);
    await scene.ask("ada", stop);
    expect((await say(scene, "ben", true)).code).toBe("not_recording");
  });

  it("nobody of the audience or from whom a moderator took the microphone, whatever they said before", async ({
    scene,
  }) => {
    await scene.ask("ada", start);
    await say(scene, "ben", true);
    await say(scene, "cleo", true);
    const seatOf = (who: CastName) => ({ roomId: scene.roomId, personId: scene.id[who] });
    await db().seat.updateMany({ where: seatOf("ben"), data: { mutedAt: new Date() } });
    await db().seat.updateMany({ where: seatOf("cleo"), data: { role: "listener", stageSince: null } });
    expect(await heard(scene)).toEqual(["ada"]);
  });

  it("who comes up again only once they agree again, and their microphone stays shut until they say", async ({
    scene,
  }) => {
    await scene.ask("ada", start);
    const comeUp = async () => {
      await scene.ask("ada", offer, { personId: scene.id.dev });
      return scene.ask("dev", acceptOffer);
    };
    expect((await comeUp()).body?.seat).toMatchObject({ role: "speaker", muted: true });
    const open = () => scene.ask("dev", unmute, { personId: scene.id.dev });
    expect((await open()).code).toBe("recording_unanswered");
    expect((await mine(scene.roomId, { id: scene.id.dev })).agreesToRecording).toBeNull();
    await say(scene, "dev", true);
    expect((await mine(scene.roomId, { id: scene.id.dev })).agreesToRecording).toBe(true);
    expect((await open()).status).toBe(204);
    expect(await heard(scene)).toEqual(["ada", "dev"]);
    // Down and up again: another stay on the stage.
    await db().seat.updateMany({ where: { personId: scene.id.dev }, data: { stageSince: new Date(Date.now() + 5) } });
    expect(await heard(scene)).toEqual(["ada"]);
    expect((await mine(scene.roomId, { id: scene.id.dev })).agreesToRecording).toBeNull();
  });

  it("who says no speaks all the same", async ({ scene }) => {
    await scene.ask("ada", start);
    await scene.ask("ada", offer, { personId: scene.id.dev });
    await scene.ask("dev", acceptOffer);
    await say(scene, "dev", false);
    expect((await scene.ask("dev", unmute, { personId: scene.id.dev })).status).toBe(204);
    expect(await heard(scene)).toEqual(["ada"]);
  });
});

describe("the relay that records", () => {
  it("is let into its live room while it holds the lease, unseen, and nowhere else", async ({ scene }) => {
    const recorder = recorderIdentity(scene.roomId);
    expect(await standingOf(scene.roomId, recorder)).toBeNull();
    await claimWork(recorder, "one");
    expect(await standingOf(scene.roomId, recorder)).toEqual({ agent: true, publish: false, hidden: true });
    expect(await standingOf(scene.id.ada, recorder)).toBeNull();
    await releaseWork(recorder, "one");
    expect(await standingOf(scene.roomId, recorder)).toBeNull();
  });

  it("goes on where the one before stopped, whose pen writes no more", async ({ scene }) => {
    await scene.ask("ada", start);
    const { id } = await recordingOf(scene);
    expect(await takeUpRecording(id, 1n)).toMatchObject({ samples: 0, pages: 0, piece: 0 });
    const written = { number: 0, bytes: Buffer.from("one"), samples: 960, pages: 3, turns: [] };
    expect(await writeRecording({ recordingId: id, fence: 1n }, written)).toBe(true);
    const second = await takeUpRecording(id, 2n);
    expect(second).toMatchObject({ samples: 960, pages: 3, piece: 1 });
    expect(second?.elapsedMs).toBeGreaterThan(0);
    expect(await takeUpRecording(id, 1n)).toBeNull();
    const late = { ...written, bytes: Buffer.from("late"), samples: 99 };
    expect(await writeRecording({ recordingId: id, fence: 1n }, late)).toBe(false);
    expect(await db().recording.findUnique({ where: { id } })).toMatchObject({ samples: 960n, pages: 3 });
    await prune(new Date(Date.now() + 48 * 3_600_000));
  });

  it("that dies between a file and its row leaves what the row says", async ({ scene }) => {
    await scene.ask("ada", start);
    const { id } = await recordingOf(scene);
    const written = { number: 0, bytes: Buffer.from("one"), samples: 960, pages: 3, turns: [] };
    await writeRecording({ recordingId: id, fence: 0n }, written);
    await writeFile(join(folder(), `${id}-0.ogg`), "one and what no row knows of");
    await scene.ask("ada", stop);
    expect(await (await listen(scene, id)).text()).toBe("one");
  });
});

describe("a replay", () => {
  it("is heard by whoever sees the room, whole or by ranges, with who speaks when", async ({ scene }) => {
    const id = await recorded(scene);
    const whole = await listen(scene, id);
    expect([whole.status, whole.headers.get("content-type"), whole.headers.get("accept-ranges")]).toEqual([
      200,
      "audio/ogg",
      "bytes",
    ]);
    expect(await whole.text()).toBe("0123456789abcdef");
    for (const [range, text, told] of [
      ["bytes=8-11", "89ab", "bytes 8-11/16"],
      ["bytes=12-", "cdef", "bytes 12-15/16"],
      ["bytes=-3", "def", "bytes 13-15/16"],
      ["bytes=2-3", "23", "bytes 2-3/16"],
    ]) {
      const part = await listen(scene, id, range);
      expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([206, told, text]);
      expect(part.headers.get("content-length")).toBe(String(text?.length));
    }
    const beyond = await listen(scene, id, "bytes=16-");
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */16"]);
    const { body } = await scene.ask("dev", list, { search: "?" });
    expect(body?.recordings).toMatchObject([
      {
        id,
        lengthMs: 2_000,
        bytes: 16,
        mine: false,
        chapters: [
          { fromMs: 0, toMs: 900, person: { id: scene.id.ada } },
          { fromMs: 1_000, toMs: 1_900 },
        ],
      },
    ]);
    expect((await scene.ask("ada", list, { search: "?" })).body?.recordings).toMatchObject([{ mine: true }]);
  });

  it("is not there before the end, for those who do not see the room, and never of a closed room", async ({
    scene,
  }) => {
    await scene.ask("ada", start);
    const { id } = await recordingOf(scene);
    const piece = { number: 0, bytes: Buffer.from("one"), samples: 960, pages: 3, turns: [] };
    await writeRecording({ recordingId: id, fence: 0n }, piece);
    expect((await listen(scene, id)).status).toBe(404);
    await scene.ask("ada", stop);
    expect((await listen(scene, id)).status).toBe(200);
    await db().roomBan.create({ data: { roomId: scene.roomId, personId: scene.id.eve, bannedById: scene.id.ada } });
    expect((await scene.ask("eve", list, { search: "?" })).status).toBe(404);
    expect((await about(scene, id, "eve", sound)).status).toBe(404);
    await db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
    expect((await listen(scene, id)).status).toBe(404);
    expect((await about(scene, id, "ada", sound)).status).toBe(404);
    expect((await scene.ask("ada", list, { search: "?" })).body).toEqual({ recordings: [] });
  });

  it("answers a head, a tag and a part of what somebody holds already, as programs for podcasts ask", async ({
    scene,
  }) => {
    const id = await recorded(scene);
    const ask = (method: "GET" | "HEAD", headers: HeadersInit = {}) => hear(scene.roomId, id, { method, headers });
    const head = await ask("HEAD");
    const told = (name: string) => head.headers.get(name);
    expect([head.status, told("content-length"), told("accept-ranges"), await head.text()]).toEqual([
      200,
      "16",
      "bytes",
      "",
    ]);
    const part = await ask("HEAD", { range: "bytes=4-" });
    expect([part.status, part.headers.get("content-length"), await part.text()]).toEqual([206, "12", ""]);
    const etag = told("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const method of ["GET", "HEAD"] as const) {
      expect((await ask(method, { "if-none-match": etag, range: "bytes=0-3" })).status).toBe(304);
    }
    expect((await ask("GET", { "if-none-match": '"another"' })).status).toBe(200);
    const going = await ask("GET", { range: "bytes=12-", "if-range": etag });
    expect([going.status, await going.text()]).toEqual([206, "cdef"]);
    const another = await ask("GET", { range: "bytes=12-", "if-range": '"another"' });
    expect([another.status, await another.text()]).toEqual([200, "0123456789abcdef"]);
    // What is not to be taken along is kept by no browser.
    expect(told("cache-control")).toBe("private, no-store");
    await about(scene, id, "ada", change, { downloadable: true });
    expect((await ask("HEAD")).headers.get("cache-control")).toBe("private, no-cache");
    await db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
    expect((await ask("HEAD", { "if-none-match": etag })).status).toBe(404);
  });

  it("is taken along where its maker lets people", async ({ scene }) => {
    const id = await recorded(scene);
    expect((await listen(scene, id, undefined, "?download")).status).toBe(403);
    expect((await about(scene, id, "ben", change, { downloadable: true })).code).toBe("not_allowed");
    expect((await about(scene, id, "ada", change, { downloadable: true })).status).toBe(204);
    const file = await listen(scene, id, undefined, "?download");
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="recording.ogg"');
  });
});

describe("a deleted recording", () => {
  it("is gone with its files, for its maker and an admin alone, also after the room's end", async ({ scene }) => {
    const id = await recorded(scene);
    await scene.ask("ada", endRoom);
    expect(await files()).toHaveLength(2);
    for (const who of ["ben", "gil"] as const) expect((await about(scene, id, who, remove)).code).toBe("not_allowed");
    expect((await about(scene, id, "ada", remove)).status).toBe(204);
    expect(await files()).toEqual([]);
    expect((await listen(scene, id)).status).toBe(404);
    expect((await about(scene, id, "ada", remove)).status).toBe(404);
    expect(await db().recordingTurn.count()).toBe(0);
  });

  it("that runs stops, and what its relay still writes leaves no file", async ({ scene }) => {
    await scene.ask("ada", start);
    const { id } = await recordingOf(scene);
    const piece = { number: 0, bytes: Buffer.from("one"), samples: 960, pages: 3, turns: [] };
    await writeRecording({ recordingId: id, fence: 0n }, piece);
    expect((await about(scene, id, "ada", remove)).status).toBe(204);
    expect((await scene.events()).at(-1)).toMatchObject({ type: "recording_stopped", audience: "everyone" });
    expect(await writeRecording({ recordingId: id, fence: 0n }, piece)).toBe(false);
    expect(await files()).toEqual([]);
  });

  it("goes where a crash cut its deletion short, and where its room is gone", async ({ scene }) => {
    const id = await recorded(scene);
    await db().recording.update({ where: { id }, data: { deletedAt: new Date() } });
    await keepRecordings(new Date(), NO_LIMITS);
    expect(await files()).toEqual([]);
    const second = await recorded(scene);
    await db().room.delete({ where: { id: scene.roomId } });
    await keepRecordings(new Date(), NO_LIMITS);
    expect(await files()).toEqual([]);
    expect(await db().recordingPiece.count({ where: { recordingId: second } })).toBe(0);
  });

  it("goes with the account that made it", async ({ scene }) => {
    await recorded(scene);
    await db().person.update({ where: { id: scene.id.ada }, data: { givenUpAt: new Date(0) } });
    await eraseAccount(scene.id.ada);
    await keepRecordings(new Date(), NO_LIMITS);
    expect(await files()).toEqual([]);
  });
});

it("what the operator does not keep goes: too old, or beyond the space, the oldest first", async ({ scene }) => {
  const old = await recorded(scene, ["0123456789"]);
  const day = 24 * 3_600_000;
  await db().recording.update({ where: { id: old }, data: { startedAt: new Date(Date.now() - 8 * day) } });
  await scene.ask("ada", start);
  const young = await db().recording.findFirstOrThrow({ where: { stoppedAt: null } });
  const piece = { number: 0, bytes: Buffer.from("abcdef"), samples: 960, pages: 3, turns: [] };
  await writeRecording({ recordingId: young.id, fence: 0n }, piece);
  await scene.ask("ada", stop);
  await keepRecordings(new Date(), { days: 9, bytes: 16 });
  expect(await files()).toHaveLength(2);
  await keepRecordings(new Date(), { days: 9, bytes: 15 });
  expect(await files()).toEqual([`${young.id}-0.ogg`]);
  await keepRecordings(new Date(Date.now() + 10 * day), { days: 9, bytes: null });
  expect(await files()).toEqual([]);
});
