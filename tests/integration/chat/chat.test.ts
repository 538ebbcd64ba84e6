import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { PUT as removePerson } from "@/app/api/rooms/[roomId]/bans/[personId]/route";
import { DELETE as deleteMessage } from "@/app/api/rooms/[roomId]/chat/[number]/route";
import { DELETE as letBackIntoChat, PUT as removeFromChat } from "@/app/api/rooms/[roomId]/chat/bans/[personId]/route";
import { GET as readChat, POST as writeChat } from "@/app/api/rooms/[roomId]/chat/route";
import { GET as standing } from "@/app/api/rooms/[roomId]/chat/standing/route";
import { DELETE as endRoom } from "@/app/api/rooms/[roomId]/route";
import type { ChatMode } from "@/lib/domain/rooms/room";
import { dueChat } from "@/lib/server/announcing/due-chat";
import { writeMessage } from "@/lib/server/chat/write-message";
import { ROOM_PASSING_CHANNEL } from "@/lib/server/notify/passing";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { listen } from "@/lib/server/postgres/listen";
import type { ChatPage } from "@/lib/wire/chat/views";
import { runAnnouncer } from "@/lib/worker/announcer";
import { FakeMedia } from "@/tests/support/fake-media";
import { type CastName, openScene, type Scene } from "@/tests/support/scenes/stage-scene";

const media = new FakeMedia();
let scene: Scene;

beforeAll(() => media.start());
afterAll(() => media.stop());
beforeEach(async () => {
  media.restart();
  scene = await openScene(media);
});

type Channel = "room" | "moderators";

const write = (who: CastName, text: string, channel: Channel = "room") =>
  scene.ask(who, writeChat, { body: { text, channel } });

const read = (who: CastName, search = "?channel=room") => scene.ask(who, readChat, { search });

async function textsFor(who: CastName, search?: string): Promise<string[]> {
  const { body } = await read(who, search);
  return (body as unknown as ChatPage).lines.map(({ text }) => text);
}

const setRoom = (data: { chatMode?: ChatMode; chatSlowSeconds?: number }) =>
  db().room.update({ where: { id: scene.roomId }, data });

const NOTHING_SENT = { room: 0, moderators: 0 };

describe("writing", () => {
  it("what one writes the others read, in order, and it is due to be told with the writer's face", async () => {
    expect(await write("dev", "Good evening")).toMatchObject({ status: 200, body: { line: { number: 1 } } });
    await write("ada", "Good evening, Dev");
    expect(await textsFor("finn")).toEqual(["Good evening", "Good evening, Dev"]);
    const due = await dueChat(scene.roomId, NOTHING_SENT);
    expect(due).toMatchObject({
      room: { prev: 0, version: 2, more: false, deleted: [], lines: [{ person: { name: "dev" } }, { number: 2 }] },
      moderators: null,
    });
    expect(await dueChat(scene.roomId, { room: 2, moderators: 0 })).toEqual({ room: null, moderators: null });
    expect(await scene.events()).toEqual([]);
  });

  it("a line wakes the announcer once it is committed", async () => {
    let stop = () => {};
    const woken = new Promise<string>((resolve) => {
      stop = listen(ROOM_PASSING_CHANNEL, (payload) => payload?.includes(scene.roomId) && resolve(payload));
    });
    await new Promise<void>((resolve) => {
      const stopWaiting = listen(ROOM_PASSING_CHANNEL, () => resolve());
      void db().$executeRaw`SELECT pg_notify(${ROOM_PASSING_CHANNEL}, 'anything')`.then(() => stopWaiting);
    });
    await write("dev", "Hello");
    expect(JSON.parse(await woken)).toEqual({ roomId: scene.roomId, chat: true });
    stop();
  });

  it("the same line sent twice is written once", async () => {
    const body = { text: "Did that get through?", key: randomUUID() };
    const answers = await Promise.all([scene.ask("dev", writeChat, { body }), scene.ask("dev", writeChat, { body })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await textsFor("dev")).toEqual(["Did that get through?"]);
  });

  it("nobody writes without a seat, as a guest, nothing, or at length", async () => {
    expect(await write("eve", "Hello")).toMatchObject({ status: 409, code: "no_seat" });
    expect(await write("dev", "x".repeat(501))).toMatchObject({ status: 422 });
    expect(await write("dev", " \u200b ")).toMatchObject({ status: 422 });
    await db().person.update({ where: { id: scene.id.dev }, data: { kind: "guest", handle: null } });
    expect(await write("dev", "Hello")).toMatchObject({ status: 403, code: "members_only" });
    expect(await textsFor("ada")).toEqual([]);
  });

  it("whoever floods is held back, and nobody else", async () => {
    const answers = await Promise.all(Array.from({ length: 13 }, (_, index) => write("finn", `line ${index}`)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    expect((await write("dev", "I was quiet")).status).toBe(200);
  });
});

describe("modes", () => {
  const ALLOWED: Record<ChatMode, CastName[]> = {
    off: [],
    speakers: ["ada", "ben", "cleo"],
    followers: ["ada", "ben", "cleo", "dev"],
    everyone: ["ada", "ben", "cleo", "dev", "finn"],
  };
  it.each(Object.entries(ALLOWED) as [ChatMode, CastName[]][])(
    "in mode %s just %j write",
    async (chatMode, allowed) => {
      await db().follow.create({ data: { followerId: scene.id.dev, followeeId: scene.id.ben } });
      await db().follow.create({ data: { followerId: scene.id.finn, followeeId: scene.id.cleo } });
      await setRoom({ chatMode });
      const wrote: CastName[] = [];
      for (const who of ["ada", "ben", "cleo", "dev", "finn"] as const) {
        if ((await write(who, "Hello")).status === 200) wrote.push(who);
      }
      expect(wrote).toEqual(allowed);
    },
  );

  it("slow mode holds back a second line, but no moderator's", async () => {
    await setRoom({ chatSlowSeconds: 30 });
    await write("dev", "First");
    expect(await write("dev", "Second")).toMatchObject({ status: 429, body: { error: { retryAfterSeconds: 30 } } });
    await write("ben", "First");
    expect((await write("ben", "Second")).status).toBe(200);
    expect((await scene.ask("dev", standing, { search: "?" })).body).toMatchObject({
      removed: false,
      sinceLastMs: expect.any(Number),
    });
    await db().chatLine.updateMany({
      where: { roomId: scene.roomId },
      data: { writtenAt: new Date(Date.now() - 31_000) },
    });
    expect((await write("dev", "Second")).status).toBe(200);
  });
});

describe("deleting", () => {
  it("one deletes one's own line, without a word in the log", async () => {
    await write("dev", "A slip");
    expect((await scene.ask("dev", deleteMessage, { number: 1, body: {} })).status).toBe(204);
    expect((await scene.ask("dev", deleteMessage, { number: 1, body: {} })).status).toBe(204);
    expect(await textsFor("ada")).toEqual([]);
    expect((await dueChat(scene.roomId, { room: 1, moderators: 0 })).room).toMatchObject({
      version: 2,
      deleted: [1],
      lines: [],
    });
    expect(await scene.events()).toEqual([]);
    expect(await db().chatLine.findFirst({ where: { roomId: scene.roomId } })).toMatchObject({ text: "" });
  });

  it("a moderator deletes any line, which the log keeps; a speaker deletes nobody's", async () => {
    await write("dev", "Rude");
    expect((await scene.ask("cleo", deleteMessage, { number: 1, body: {} })).status).toBe(403);
    expect(await textsFor("finn")).toEqual(["Rude"]);
    expect((await scene.ask("ben", deleteMessage, { number: 1, body: {} })).status).toBe(204);
    expect(await textsFor("finn")).toEqual([]);
    expect(await scene.events()).toMatchObject([{ type: "line_deleted", audience: "moderators" }]);
    expect((await scene.ask("ben", deleteMessage, { number: 7, body: {} })).status).toBe(404);
  });

  it("with somebody removed from the room go all their lines, and nobody else's", async () => {
    for (const text of ["one", "two"]) await write("dev", text);
    await write("finn", "three");
    expect((await scene.ask("ben", removePerson, { personId: scene.id.dev, body: {} })).status).toBe(204);
    expect(await textsFor("ada")).toEqual(["three"]);
    expect((await dueChat(scene.roomId, { room: 3, moderators: 0 })).room).toMatchObject({
      prev: 3,
      version: 4,
      deleted: [1, 2],
    });
  });
});

describe("removal from the chat", () => {
  it("takes the writing and nothing else, until it is lifted", async () => {
    await write("dev", "Before");
    expect((await scene.ask("ben", removeFromChat, { personId: scene.id.dev })).status).toBe(204);
    expect((await scene.ask("ben", removeFromChat, { personId: scene.id.dev })).status).toBe(204);
    expect(await write("dev", "After")).toMatchObject({ status: 409, code: "chat_removed" });
    expect(await textsFor("dev")).toEqual(["Before"]);
    expect((await scene.seatOf("dev"))?.role).toBe("listener");
    const events = (await scene.events()).map(({ type, audience }) => `${type} ${audience}`);
    expect(events).toEqual(["removed_from_chat moderators", "removed_from_chat person"]);
    expect((await scene.ask("ben", letBackIntoChat, { personId: scene.id.dev })).status).toBe(204);
    expect((await write("dev", "After")).status).toBe(200);
  });

  it("two moderators who do it at once take them out once", async () => {
    const answers = await Promise.all(
      (["ada", "ben"] as const).map((who) => scene.ask(who, removeFromChat, { personId: scene.id.dev })),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await db().chatBan.count({ where: { roomId: scene.roomId } })).toBe(1);
    expect(await scene.events()).toHaveLength(2);
  });

  it("ranks are respected, and a stranger is not there", async () => {
    expect((await scene.ask("ben", removeFromChat, { personId: scene.id.ada })).status).toBe(403);
    expect((await scene.ask("cleo", removeFromChat, { personId: scene.id.dev })).status).toBe(403);
    expect((await scene.ask("ben", removeFromChat, { personId: scene.id.eve })).status).toBe(404);
    expect(await db().chatBan.count({ where: { roomId: scene.roomId } })).toBe(0);
  });
});

describe("the moderators' channel", () => {
  it("is read and written by host and moderators only, with the room's chat off too", async () => {
    await setRoom({ chatMode: "off" });
    await write("ada", "Dev next?", "moderators");
    expect((await write("ben", "Yes", "moderators")).status).toBe(200);
    expect(await textsFor("ben", "?channel=moderators")).toEqual(["Dev next?", "Yes"]);
    for (const who of ["cleo", "dev", "eve"] as const) {
      expect((await read(who, "?channel=moderators")).status).toBe(404);
      expect((await write(who, "Hello", "moderators")).status).toBeGreaterThanOrEqual(403);
      expect((await scene.ask(who, deleteMessage, { number: 1, body: { channel: "moderators" } })).status).not.toBe(
        204,
      );
    }
    expect(await textsFor("dev")).toEqual([]);
    expect(await dueChat(scene.roomId, NOTHING_SENT)).toMatchObject({ room: null, moderators: { version: 2 } });
  });
});

describe("kept with the room", () => {
  it("after a closed room has ended whoever sat in it reads its chat, and nobody else", async () => {
    await db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
    await write("dev", "See you next week");
    await write("finn", "Gone with me");
    await scene.ask("ada", removePerson, { personId: scene.id.finn, body: {} });
    expect((await scene.ask("ada", endRoom)).status).toBeLessThan(300);
    expect(await textsFor("dev")).toEqual(["See you next week"]);
    expect((await read("finn")).status).toBe(404);
    expect((await read("eve")).status).toBe(404);
    expect(await write("dev", "Too late")).toMatchObject({
      status: expect.any(Number),
      code: expect.stringMatching(/room_ended|not_found/),
    });
  });
});

describe("being told", () => {
  const told = () => media.sent.filter(({ room }) => room === scene.roomId);
  const carries = (text: string) => told().filter(({ message }) => JSON.stringify(message).includes(text));

  it("everyone hears of the room's chat; of the moderators' channel only host and moderators do", async () => {
    media.sent.length = 0;
    const stop = new AbortController();
    const running = runAnnouncer("chat", stop.signal);
    await write("dev", "For all of us");
    await write("ben", "Between us", "moderators");
    await vi.waitFor(
      () =>
        expect([carries("For all of us"), carries("Between us")].map(({ length }) => length > 0)).toEqual([true, true]),
      8_000,
    );
    stop.abort();
    await running;
    for (const { to } of carries("For all of us")) expect(to).toEqual([]);
    for (const { to } of carries("Between us")) expect([...to].sort()).toEqual([scene.id.ada, scene.id.ben].sort());
  });
});

describe("many lines", () => {
  /** As many writers as there are connections, each line after line: a busy machine lets none of them wait in vain. */
  const flood = async (count: number): Promise<{ number: number }[]> => {
    const lanes = Array.from({ length: 10 }, async (_, lane) => {
      const written: { number: number }[] = [];
      for (let index = 0; index < count / 10; index++) {
        const line = { channel: "room", text: `line ${lane}.${index}` } as const;
        const who = scene.id[lane % 2 === 0 ? "dev" : "finn"];
        written.push(await inTransaction((tx) => writeMessage(tx, scene.roomId, who, line)));
      }
      return written;
    });
    return (await Promise.all(lanes)).flat();
  };

  it("200 by ten who write at once stand in an order without a gap; a pulse carries the newest and says that there are more", async () => {
    const written = await flood(200);
    expect(written.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 200 }, (_, i) => i + 1),
    );
    const { room } = await dueChat(scene.roomId, NOTHING_SENT);
    expect(room).toMatchObject({ prev: 0, version: 200, more: true });
    expect(room?.lines.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 181));
    expect(JSON.stringify(room).length).toBeLessThan(8_192);
  });

  it("older pages join without a gap, and a thousand readers of the newest see one page", async () => {
    await flood(120);
    const newest = (await read("dev")).body as unknown as ChatPage;
    expect(newest).toMatchObject({ version: 120, older: true });
    expect(newest.lines).toHaveLength(50);
    const older = (await read("dev", `?before=${newest.lines[0]?.number}`)).body as unknown as ChatPage;
    expect(older.lines.at(-1)?.number).toBe(70);
    const oldest = (await read("dev", `?before=${older.lines[0]?.number}`)).body as unknown as ChatPage;
    expect(oldest).toMatchObject({ older: false });
    expect(oldest.lines).toHaveLength(20);
    const pages = await Promise.all(Array.from({ length: 50 }, () => textsFor("finn")));
    expect(new Set(pages.map((texts) => texts.join())).size).toBe(1);
  });
});
