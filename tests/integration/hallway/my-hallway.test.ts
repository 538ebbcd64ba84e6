import { v7 as uuid } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GET as listRooms } from "@/app/api/rooms/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { hideRoom } from "@/lib/server/commands/hallway/hide-room";
import { showRoomAgain } from "@/lib/server/commands/hallway/show-room-again";
import { openHallway, openMyHallway } from "@/lib/server/notify/my-hallway";
import { HALLWAY_CHANNEL } from "@/lib/server/notify/ring-hallway";
import { PEOPLE_CHANNEL } from "@/lib/server/notify/ring-person";
import { db, hotPool } from "@/lib/server/postgres/db";
import { listen } from "@/lib/server/postgres/listen";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import type { HallwayPulse, RoomPage } from "@/lib/wire/hallway/views";
import { addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

let ada: PersonId;
let ben: PersonId;
let cleo: PersonId;
let dev: PersonId;

beforeEach(async () => {
  await emptyHouse();
  [ada, ben, cleo, dev] = (await Promise.all(["ada", "ben", "cleo", "dev"].map(addMember))) as [
    PersonId,
    PersonId,
    PersonId,
    PersonId,
  ];
});

const sit = (personId: PersonId, roomId: RoomId, role: Role) =>
  db().seat.create({
    data: { id: uuid(), personId, roomId, role, stageSince: role === "listener" ? null : new Date() },
  });
const follow = (...people: PersonId[]) =>
  db().follow.createMany({ data: people.map((followeeId) => ({ followerId: dev, followeeId })) });
const block = (blockerId: PersonId, blockedId: PersonId) => db().block.create({ data: { blockerId, blockedId } });
const titlesOf = ({ rooms }: RoomPage) => rooms.map(({ title }) => title);
const ask = (roomId: string) => ({
  ...{ caller: { id: dev, kind: "member" as const, admin: false }, params: { roomId }, input: {} },
  request: new Request("http://localhost:3000/"),
});

describe("a card says why its room stands there", () => {
  it("by a name on stage, then by those who listen, then by language", async () => {
    await db().person.update({ where: { id: dev }, data: { languages: ["en"] } });
    const [stage, audience] = [
      await addRoom({ createdById: ada, title: "stage" }),
      await addRoom({ createdById: ada, title: "audience" }),
    ];
    await addRoom({ createdById: ada, title: "language" });
    await db().room.update({
      where: { id: await addRoom({ createdById: ada, title: "nothing" }) },
      data: { language: "fr" },
    });
    await sit(ada, stage, "host");
    await sit(ben, stage, "speaker");
    await sit(cleo, audience, "listener");
    await follow(ada, ben, cleo);
    const { rooms } = await liveRooms({ id: dev });
    expect(rooms.map(({ title, because }) => [title, because])).toEqual([
      ["stage", { reason: "on_stage", name: "ada", more: 1 }],
      ["audience", { reason: "listening", count: 1 }],
      ["language", { reason: "language" }],
      ["nothing", null],
    ]);
  });

  it("by a topic of mine as the room spells it, below my language", async () => {
    await db().person.update({ where: { id: dev }, data: { languages: ["de"], topics: ["night trains"] } });
    const german = await addRoom({ createdById: ada, title: "german" });
    const trains = await addRoom({ createdById: ada, title: "trains" });
    await addRoom({ createdById: ada, title: "nothing" });
    await db().room.update({ where: { id: german }, data: { language: "de" } });
    await db().room.update({ where: { id: trains }, data: { topics: ["Law", "Night Trains"] } });
    const { rooms } = await liveRooms({ id: dev });
    expect(rooms.map(({ title, because }) => [title, because])).toEqual([
      ["german", { reason: "language" }],
      ["trains", { reason: "topic", topic: "Night Trains" }],
      ["nothing", null],
    ]);
  });

  it("tells of nobody who does not let me know where they are", async () => {
    await sit(ada, await addRoom({ createdById: ben }), "listener");
    await follow(ada);
    const listening = async () => (await liveRooms({ id: dev })).rooms[0]?.followedListening;
    const show = (data: { whereabouts?: "everyone" | "followed" | "nobody"; protectedAt?: Date }) =>
      db().person.update({ where: { id: ada }, data });
    expect(await listening()).toBe(1);
    await show({ whereabouts: "followed" });
    expect(await listening()).toBe(0);
    await db().follow.create({ data: { followerId: ada, followeeId: dev } });
    expect(await listening()).toBe(1);
    await show({ whereabouts: "nobody" });
    expect(await listening()).toBe(0);
  });

  it("counts nobody on stage or in the audience who is shut out", async () => {
    await sit(ada, await addRoom({ createdById: ben }), "speaker");
    await follow(ada);
    await db().person.update({ where: { id: ada }, data: { bannedAt: new Date() } });
    expect((await liveRooms({ id: dev })).rooms).toMatchObject([{ followedOnStage: 0, because: null }]);
  });
});

describe("a filter", () => {
  const add = async (title: string, language: string, topics: string[]) => {
    const id = await addRoom({ createdById: ada, title });
    await db().room.update({ where: { id }, data: { language, topics } });
  };
  const asked = async (search: string) => {
    const answer = await listRooms(new Request(`http://localhost:3000/api/rooms${search}`), {
      params: Promise.resolve({}),
    });
    return { status: answer.status, titles: answer.ok ? titlesOf(await answer.json()).toSorted() : [] };
  };

  it("finds a language wherever it is spoken, and a topic whatever its capitals", async () => {
    await add("Rio", "pt-br", ["Night Trains", "Law"]);
    await add("Lisbon", "pt", []);
    await add("Berlin", "de", ["night trains"]);
    expect((await asked("?language=pt")).titles).toEqual(["Lisbon", "Rio"]);
    expect((await asked("?topic=NIGHT%20trains")).titles).toEqual(["Berlin", "Rio"]);
    expect((await asked("?language=de&topic=night+trains")).titles).toEqual(["Berlin"]);
    expect((await asked("?topic=night")).titles).toEqual([]);
    expect((await asked("?language=Ünknown")).status).toBe(422);
  });
});

describe("a hidden room", () => {
  it("is gone from this hallway alone until it is shown again, however often one says so", async () => {
    const roomId = await addRoom({ createdById: ada, title: "dull" });
    for (let time = 0; time < 2; time++) expect(await hideRoom.run(ask(roomId))).toMatchObject({ ok: true });
    expect(titlesOf(await liveRooms({ id: dev }))).toEqual([]);
    expect(titlesOf(await liveRooms({ id: ben }))).toEqual(["dull"]);
    for (let time = 0; time < 2; time++) expect(await showRoomAgain.run(ask(roomId))).toMatchObject({ ok: true });
    expect(titlesOf(await liveRooms({ id: dev }))).toEqual(["dull"]);
  });

  it("cannot be one that the caller may not know of", async () => {
    const closed = await addRoom({ createdById: ada, kind: "closed" });
    for (const roomId of [closed, uuid(), "x"]) {
      expect(await hideRoom.run(ask(roomId))).toMatchObject({ refusal: "not_found" });
    }
    expect(await db().hiddenRoom.count()).toBe(0);
  });
});

describe("somebody whom I have blocked", () => {
  it("folds away the rooms in which they speak, until I ask for those, and shows no face of theirs", async () => {
    const theirs = await addRoom({ createdById: ada, title: "with cleo" });
    await addRoom({ createdById: ada, title: "without" });
    await sit(ada, theirs, "host");
    await sit(cleo, theirs, "speaker");
    await block(dev, cleo);
    const page = await liveRooms({ id: dev });
    expect([titlesOf(page), page.folded]).toEqual([["without"], 1]);
    const folded = await liveRooms({ id: dev }, { folded: true });
    expect(folded.rooms).toMatchObject([{ title: "with cleo", stageCount: 2, stage: [{ handle: "ada" }] }]);
    expect((await liveRooms({ id: dev }, { topic: "law" })).folded).toBe(0);
  });

  it("folds nothing away by listening, nor for those whom they blocked themselves", async () => {
    const roomId = await addRoom({ createdById: ada, title: "all" });
    await sit(cleo, roomId, "listener");
    await sit(ben, roomId, "speaker");
    await block(dev, cleo);
    await block(ben, dev);
    const page = await liveRooms({ id: dev });
    expect([titlesOf(page), page.folded]).toEqual([["all"], 0]);
  });
});

describe("the events of a hallway", () => {
  // What is told before the process listens is told as "read anew" instead.
  beforeAll(async () => {
    const listening = (channel: string) =>
      new Promise<void>((heard) => listen(channel, (payload) => payload === null && heard()));
    await Promise.all([HALLWAY_CHANNEL, PEOPLE_CHANNEL].map(listening));
  });

  const watch = async (person: PersonId | null, filter: HallwayFilter = {}) => {
    const pulses: HallwayPulse[] = [];
    const open = person ? await openMyHallway(person, filter) : openHallway(filter);
    const stop = open((pulse) => pulses.push(pulse));
    return { ids: () => new Set(pulses.flatMap(({ rooms }) => rooms.map(({ id }) => id))), pulses, stop };
  };
  const ring = (...ids: RoomId[]) =>
    hotPool().query("SELECT pg_notify('hallway', id) FROM unnest($1::text[]) AS room(id)", [ids]);

  it("tell of the rooms that are asked for, not of hidden ones, nor of those that blocked people lead", async () => {
    const [open, hidden, blocked] = [
      await addRoom({ createdById: ada }),
      await addRoom({ createdById: ada }),
      await addRoom({ createdById: cleo }),
    ];
    await db().room.update({ where: { id: open }, data: { language: "de" } });
    await db().hiddenRoom.create({ data: { personId: dev, roomId: hidden } });
    await block(cleo, dev);
    const [mine, german, english] = [
      await watch(dev),
      await watch(null, { language: "de" }),
      await watch(null, { language: "en" }),
    ];
    await ring(open, hidden, blocked);
    await expect.poll(() => english.ids(), { timeout: 5_000 }).toEqual(new Set([hidden, blocked]));
    expect(mine.ids()).toEqual(new Set([open]));
    expect(german.ids()).toEqual(new Set([open]));
    for (const one of [mine, german, english]) one.stop();
  });

  it("tell of a room that a blocked person made as long as somebody else hosts it, as the list does", async () => {
    const handedOver = await addRoom({ createdById: cleo, title: "handed over" });
    await sit(ada, handedOver, "host");
    await block(dev, cleo);
    expect(titlesOf(await liveRooms({ id: dev }))).toEqual(["handed over"]);
    const mine = await watch(dev);
    await ring(handedOver);
    await expect.poll(() => mine.ids(), { timeout: 5_000 }).toEqual(new Set([handedOver]));
    mine.stop();
  });

  it("take a room away on all pages of whoever hides it", async () => {
    const roomId = await addRoom({ createdById: ada });
    const mine = await watch(dev);
    await hideRoom.run(ask(roomId));
    await expect.poll(() => mine.pulses.flatMap(({ gone }) => gone ?? []), { timeout: 5_000 }).toContain(roomId);
    mine.stop();
  });
});
