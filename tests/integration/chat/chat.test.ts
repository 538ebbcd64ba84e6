import { randomUUID } from "node:crypto";
import { describe, expect, vi } from "vitest";
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

import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

type Channel = "room" | "moderators";

const write = (scene: Scene, who: CastName, text: string, channel: Channel = "room") =>
  scene.ask(who, writeChat, { body: { text, channel } });

const read = (scene: Scene, who: CastName, search = "?channel=room") => scene.ask(who, readChat, { search });

async function textsFor(scene: Scene, who: CastName, search?: string): Promise<string[]> {
  const { body } = await read(scene, who, search);
  return (body as unknown as ChatPage).lines.map(({ text }) => text);
}

const setRoom = (scene: Scene, data: { chatMode?: ChatMode; chatSlowSeconds?: number }) =>
  db().room.update({ where: { id: scene.roomId }, data });

const NOTHING_SENT = { room: 0, moderators: 0 };

describe("writing", () => {
  it("what one writes the others read, in order, and it is due to be told with the writer's face", async ({
    scene,
  }) => {
    expect(await write(scene, "dev", "Good evening")).toMatchObject({ status: 200, body: { line: { number: 1 } } });
    await write(scene, "ada", "Good evening, Dev");
    expect(await textsFor(scene, "finn")).toEqual(["Good evening", "Good evening, Dev"]);
    const due = await dueChat(scene.roomId, NOTHING_SENT);
    expect(due).toMatchObject({
      room: { prev: 0, version: 2, more: false, deleted: [], lines: [{ person: { name: "dev" } }, { number: 2 }] },
      moderators: null,
    });
    expect(await dueChat(scene.roomId, { room: 2, moderators: 0 })).toEqual({ room: null, moderators: null });
    expect(await scene.events()).toEqual([]);
  });

  it("a line wakes the announcer once it is committed", async ({ scene }) => {
    let stop = () => {};
    const woken = new Promise<string>((resolve) => {
      stop = listen(ROOM_PASSING_CHANNEL, (payload) => payload?.includes(scene.roomId) && resolve(payload));
    });
    await new Promise<void>((resolve) => {
      const stopWaiting = listen(ROOM_PASSING_CHANNEL, () => resolve());
      void db().$executeRaw`SELECT pg_notify(${ROOM_PASSING_CHANNEL}, 'anything')`.then(() => stopWaiting);
    });
    await write(scene, "dev", "Hello");
    expect(JSON.parse(await woken)).toEqual({ roomId: scene.roomId, chat: true });
    stop();
  });

  it("the same line sent twice is written once", async ({ scene }) => {
    const body = { text: "Did that get through?", key: randomUUID() };
    const answers = await Promise.all([scene.ask("dev", writeChat, { body }), scene.ask("dev", writeChat, { body })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(await textsFor(scene, "dev")).toEqual(["Did that get through?"]);
  });

  it("nobody writes without a seat, as a guest, nothing, or at length", async ({ scene }) => {
    expect(await write(scene, "eve", "Hello")).toMatchObject({ status: 409, code: "no_seat" });
    expect(await write(scene, "dev", "x".repeat(501))).toMatchObject({ status: 422 });
    expect(await write(scene, "dev", " \u200b ")).toMatchObject({ status: 422 });
    await db().person.update({ where: { id: scene.id.dev }, data: { kind: "guest", handle: null } });
    expect(await write(scene, "dev", "Hello")).toMatchObject({ status: 403, code: "members_only" });
    expect(await textsFor(scene, "ada")).toEqual([]);
  });

  it("whoever floods is held back, and nobody else", async ({ scene }) => {
    const answers = await Promise.all(Array.from({ length: 13 }, (_, index) => write(scene, "finn", `line ${index}`)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    expect((await write(scene, "dev", "I was quiet")).status).toBe(200);
  });
});

describe("modes", () => {
  const ALLOWED: Record<ChatMode, CastName[]> = {
    off: [],
    speakers: ["ada", "ben", "cleo"],
    followers: ["ada", "ben", "cleo", "dev"],
    everyone: ["ada", "ben", "cleo", "dev", "finn"],
  };
  it.for(Object.entries(ALLOWED) as [ChatMode, CastName[]][])(
    "in mode %s just %j write",
    async ([chatMode, allowed], { scene }) => {
      await db().follow.create({ data: { followerId: scene.id.dev, followeeId: scene.id.ben } });
      await db().follow.create({ data: { followerId: scene.id.finn, followeeId: scene.id.cleo } });
      await setRoom(scene, { chatMode });
      const wrote: CastName[] = [];
      for (const who of ["ada", "ben", "cleo", "dev", "finn"] as const) {
        if ((await write(scene, who, "Hello")).status === 200) wrote.push(who);
      }
      expect(wrote).toEqual(allowed);
    },
  );

  it("slow mode holds back a second line, but no moderator's", async ({ scene }) => {
    await setRoom(scene, { chatSlowSeconds: 30 });
    await write(scene, "dev", "First");
    expect(await write(scene, "dev", "Second")).toMatchObject({
      status: 429,
      body: { error: { retryAfterSeconds: 30 } },
    });
    await write(scene, "ben", "First");
    expect((await write(scene, "ben", "Second")).status).toBe(200);
    expect((await scene.ask("dev", standing, { search: "?" })).body).toMatchObject({
      removed: false,
      sinceLastMs: expect.any(Number),
    });
    await db().chatLine.updateMany({
      where: { roomId: scene.roomId },
      data: { writtenAt: new Date(Date.now() - 31_000) },
    });
    expect((await write(scene, "dev", "Second")).status).toBe(200);
  });
});

describe("deleting", () => {
  it("one deletes one's own line, without a word in the log", async ({ scene }) => {
    await write(scene, "dev", "A slip");
    expect((await scene.ask("dev", deleteMessage, { number: 1, body: {} })).status).toBe(204);
    expect((await scene.ask("dev", deleteMessage, { number: 1, body: {} })).status).toBe(204);
    expect(await textsFor(scene, "ada")).toEqual([]);
    expect((await dueChat(scene.roomId, { room: 1, moderators: 0 })).room).toMatchObject({
      version: 2,
      deleted: [1],
      lines: [],
    });
    expect(await scene.events()).toEqual([]);
    expect(await db().chatLine.findFirst({ where: { roomId: scene.roomId } })).toMatchObject({ text: "" });
  });

  it("a moderator deletes any line, which the log keeps; a speaker deletes nobody's", async ({ scene }) => {
    await write(scene, "dev", "Rude");
    expect((await scene.ask("cleo", deleteMessage, { number: 1, body: {} })).status).toBe(403);
    expect(await textsFor(scene, "finn")).toEqual(["Rude"]);
    expect((await scene.ask("ben", deleteMessage, { number: 1, body: {} })).status).toBe(204);
    expect(await textsFor(scene, "finn")).toEqual([]);
    expect(await scene.events()).toMatchObject([{ type: "line_deleted", audience: "moderators" }]);
    expect((await scene.ask("ben", deleteMessage, { number: 7, body: {} })).status).toBe(404);
  });

  it("with somebody removed from the room go all their lines, and nobody else's", async ({ scene }) => {
    for (const text of ["one", "two"]) await write(scene, "dev", text);
    await write(scene, "finn", "three");
    expect((await scene.ask("ben", removePerson, { personId: scene.id.dev, body: {} })).status).toBe(204);
    expect(await textsFor(scene, "ada")).toEqual(["three"]);
    expect((await dueChat(scene.roomId, { room: 3, moderators: 0 })).room).toMatchObject({
      prev: 3,
      version: 4,
      deleted: [1, 2],
    });
  });
});

describe("removal from the chat", () => {
  it("takes the writing and nothing else, until it is lifted", async ({ scene }) => {
    await write(scene, "dev", "Before");
    expect((await scene.ask("ben", removeFromChat, { personId: scene.id.dev })).status).toBe(204);
    expect((await scene.ask("ben", removeFromChat, { personId: scene.id.dev })).status).toBe(204);
    expect(await write(scene, "dev", "After")).toMatchObject({ status: 409, code: "chat_removed" });
    expect(await textsFor(scene, "dev")).toEqual(["Before"]);
    expect((await scene.seatOf("dev"))?.role).toBe("listener");
    const events = (await scene.events()).map(({ type, audience }) => `${type} ${audience}`);
    expect(events).toEqual(["removed_from_chat moderators", "removed_from_chat person"]);
    expect((await scene.ask("ben", letBackIntoChat, { personId: scene.id.dev })).status).toBe(204);
    expect((await write(scene, "dev", "After")).status).toBe(200);
  });

  it("two moderators who do it at once take them out once", async ({ scene }) => {
    const answers = await Promise.all(
      (["ada", "ben"] as const).map((who) => scene.ask(who, removeFromChat, { personId: scene.id.dev })),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(await db().chatBan.count({ where: { roomId: scene.roomId } })).toBe(1);
    expect(await scene.events()).toHaveLength(2);
  });

  it("ranks are respected, and a stranger is not there", async ({ scene }) => {
    expect((await scene.ask("ben", removeFromChat, { personId: scene.id.ada })).status).toBe(403);
    expect((await scene.ask("cleo", removeFromChat, { personId: scene.id.dev })).status).toBe(403);
    expect((await scene.ask("ben", removeFromChat, { personId: scene.id.eve })).status).toBe(404);
    expect(await db().chatBan.count({ where: { roomId: scene.roomId } })).toBe(0);
  });
});

describe("the moderators' channel", () => {
  it("is read and written by host and moderators only, with the room's chat off too", async ({ scene }) => {
    await setRoom(scene, { chatMode: "off" });
    await write(scene, "ada", "Dev next?", "moderators");
    expect((await write(scene, "ben", "Yes", "moderators")).status).toBe(200);
    expect(await textsFor(scene, "ben", "?channel=moderators")).toEqual(["Dev next?", "Yes"]);
    for (const who of ["cleo", "dev", "eve"] as const) {
      expect((await read(scene, who, "?channel=moderators")).status).toBe(404);
      expect((await write(scene, who, "Hello", "moderators")).status).toBeGreaterThanOrEqual(403);
      expect((await scene.ask(who, deleteMessage, { number: 1, body: { channel: "moderators" } })).status).not.toBe(
        204,
      );
    }
    expect(await textsFor(scene, "dev")).toEqual([]);
    expect(await dueChat(scene.roomId, NOTHING_SENT)).toMatchObject({ room: null, moderators: { version: 2 } });
  });
});

describe("kept with the room", () => {
  it("after a closed room has ended whoever sat in it reads its chat, and nobody else", async ({ scene }) => {
    await db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
    await write(scene, "dev", "See you next week");
    await write(scene, "finn", "Gone with me");
    await scene.ask("ada", removePerson, { personId: scene.id.finn, body: {} });
    expect((await scene.ask("ada", endRoom)).status).toBeLessThan(300);
    expect(await textsFor(scene, "dev")).toEqual(["See you next week"]);
    expect((await read(scene, "finn")).status).toBe(404);
    expect((await read(scene, "eve")).status).toBe(404);
    expect(await write(scene, "dev", "Too late")).toMatchObject({
      status: expect.any(Number),
      code: expect.stringMatching(/room_ended|not_found/),
    });
  });
});

describe("being told", () => {
  const told = (scene: Scene) => scene.media.sent.filter(({ room }) => room === scene.roomId);
  const carries = (scene: Scene, text: string) =>
    told(scene).filter(({ message }) => JSON.stringify(message).includes(text));

  it("everyone hears of the room's chat; of the moderators' channel only host and moderators do", async ({
    scene,
    media,
  }) => {
    media.sent.length = 0;
    const stop = new AbortController();
    const running = runAnnouncer("chat", stop.signal);
    await write(scene, "dev", "For all of us");
    await write(scene, "ben", "Between us", "moderators");
    await vi.waitFor(
      () =>
        expect([carries(scene, "For all of us"), carries(scene, "Between us")].map(({ length }) => length > 0)).toEqual(
          [true, true],
        ),
      8_000,
    );
    stop.abort();
    await running;
    for (const { to } of carries(scene, "For all of us")) expect(to).toEqual([]);
    for (const { to } of carries(scene, "Between us"))
      expect([...to].sort()).toEqual([scene.id.ada, scene.id.ben].sort());
  });
});

describe("many lines", () => {
  /** As many writers as there are connections, each line after line: a busy machine lets none of them wait in vain. */
  const flood = async (scene: Scene, count: number): Promise<{ number: number }[]> => {
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

  it("200 by ten who write at once stand in an order without a gap; a pulse carries the newest and says that there are more", async ({
    scene,
  }) => {
    const written = await flood(scene, 200);
    expect(written.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 200 }, (_, i) => i + 1),
    );
    const { room } = await dueChat(scene.roomId, NOTHING_SENT);
    expect(room).toMatchObject({ prev: 0, version: 200, more: true });
    expect(room?.lines.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => i + 181));
    expect(JSON.stringify(room).length).toBeLessThan(8_192);
  });

  it("older pages join without a gap, and a thousand readers of the newest see one page", async ({ scene }) => {
    await flood(scene, 120);
    const newest = (await read(scene, "dev")).body as unknown as ChatPage;
    expect(newest).toMatchObject({ version: 120, older: true });
    expect(newest.lines).toHaveLength(50);
    const older = (await read(scene, "dev", `?before=${newest.lines[0]?.number}`)).body as unknown as ChatPage;
    expect(older.lines.at(-1)?.number).toBe(70);
    const oldest = (await read(scene, "dev", `?before=${older.lines[0]?.number}`)).body as unknown as ChatPage;
    expect(oldest).toMatchObject({ older: false });
    expect(oldest.lines).toHaveLength(20);
    const pages = await Promise.all(Array.from({ length: 50 }, () => textsFor(scene, "finn")));
    expect(new Set(pages.map((texts) => texts.join())).size).toBe(1);
  });
});
