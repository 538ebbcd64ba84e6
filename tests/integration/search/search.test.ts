import { beforeEach, describe, expect, it } from "vitest";
import { GET } from "@/app/api/search/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { SearchKind } from "@/lib/domain/search/search-kind";
import { db, hotPool } from "@/lib/server/postgres/db";
import { search } from "@/lib/server/queries/search/search";
import type { SearchFound } from "@/lib/wire/search/views";
import { addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

let ada: PersonId;
let ben: PersonId;

beforeEach(async () => {
  await emptyHouse();
  await db().show.deleteMany();
  ada = await named("ada_krueger", "Ada Krüger");
  ben = await named("ben", "Ben Okafor");
});

async function named(handle: string, name: string): Promise<PersonId> {
  const id = await addMember(handle);
  await db().person.update({ where: { id }, data: { name } });
  return id;
}

type Named = { title: string; description?: string; topics?: string[] };

async function titled({ title, ...more }: Named, createdById = ada): Promise<RoomId> {
  const id = await addRoom({ createdById, title });
  await db().room.update({ where: { id }, data: more });
  return id;
}

const asked = (q: string, viewer: PersonId | null = ben, kind: SearchKind | null = null) =>
  search(viewer && { id: viewer }, { q, kind, after: null });
const handles = async (q: string, viewer: PersonId | null = ben) =>
  (await asked(q, viewer)).people.map(({ handle }) => handle);
const titles = async (q: string, viewer: PersonId | null = ben) =>
  (await asked(q, viewer)).rooms.map(({ title }) => title);

describe("a person is found", () => {
  it.each(["Krüger", "krueger", "kruger", "KRÜGER", "krü", "ada kru", "Krüger, Ada", "@ada_krueger", "adakrueger"])(
    "by %s",
    (q) => expect(handles(q)).resolves.toEqual(["ada_krueger"]),
  );

  it.each(["Krügr", "Kürger", "Krügger", "Krager", "adda", "ada krugre", "okafro ben", "ada_kruegr"])(
    "in spite of the mistake in %s",
    (q) => expect(handles(q)).resolves.toHaveLength(1),
  );

  it("by names of every script, and ß as ss", async () => {
    await named("olga", "Ольга Ёлкина");
    await named("taro", "田中 太郎");
    await named("strasser", "Ida Straßer");
    await expect(handles("елкина")).resolves.toEqual(["olga"]);
    await expect(handles("олга")).resolves.toEqual(["olga"]);
    await expect(handles("вера")).resolves.toEqual([]);
    await expect(handles("田中")).resolves.toEqual(["taro"]);
    await expect(handles("strasser")).resolves.toEqual(["strasser"]);
    await expect(handles("STRAẞER")).resolves.toEqual(["strasser"]);
  });

  it("by the new name once they have changed it, and no more by the old one", async () => {
    await db().person.update({ where: { id: ada }, data: { name: "Zoe Blum", handle: "zoe" } });
    await expect(handles("krüger")).resolves.toEqual([]);
    await expect(handles("blum")).resolves.toEqual(["zoe"]);
  });

  it("first by the very handle, then whom I follow, then who has more followers", async () => {
    const [max, maxi, maxima, other] = await Promise.all([
      named("max", "Somebody Else"),
      named("m_one", "Max Maler"),
      named("m_two", "Max Muster"),
      named("m_three", "Max Meier"),
    ]);
    await db().follow.createMany({
      data: [
        { followerId: ben, followeeId: other },
        { followerId: ada, followeeId: maxima },
        { followerId: max, followeeId: maxima },
      ],
    });
    await expect(handles("max")).resolves.toEqual(["max", "m_three", "m_two", "m_one"]);
    expect(maxi).toBeDefined();
  });

  it("on pages behind each other, each once, also where many are called the same", async () => {
    const ids = await Promise.all(Array.from({ length: 45 }, (_, place) => named(`jo_${place}`, "Jo Miller")));
    const pages: string[][] = [];
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page: SearchFound = await search({ id: ben }, { q: "miller", kind: "people", after });
      pages.push(page.people.map(({ id }) => id));
      after = page.next;
    }
    expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
    expect(pages.flat().toSorted()).toEqual(ids.toSorted());
    await expect(search({ id: ben }, { q: "miller", kind: "people", after: "no page" })).resolves.toMatchObject({
      people: { length: 20 },
    });
  });
});

describe("rooms, shows and topics are found", () => {
  it.each(["night trains", "trains", "the night train", "nigth trains", "nig tra", "NIGHT"])("by %s", async (q) => {
    await titled({ title: "Night trains" });
    await expect(titles(q)).resolves.toEqual(["Night trains"]);
  });

  it.each(["züge", "zug", "Zuege", "nachtzüge", "Alpen", "nachtzug"])("in German, by %s", async (q) => {
    await titled({ title: "Nachtzüge durch die Alpen" });
    await expect(titles(q)).resolves.toEqual(["Nachtzüge durch die Alpen"]);
  });

  it("by title before topic before description, and no more once they have ended", async () => {
    await titled({ title: "Tea", description: "About gardens" });
    await titled({ title: "Coffee", topics: ["Gardens"] });
    const garden = await titled({ title: "Gardens" });
    await expect(titles("gardens")).resolves.toEqual(["Gardens", "Coffee", "Tea"]);
    await db().room.update({ where: { id: garden }, data: { status: "ended", endedAt: new Date() } });
    await expect(titles("gardens")).resolves.toEqual(["Coffee", "Tea"]);
  });

  it("by the topics of rooms that I may know of, each once however it is spelt, with how many there are", async () => {
    await titled({ title: "One", topics: ["Städte", "Bäume"] });
    await titled({ title: "Two", topics: ["Städte"] });
    await titled({ title: "Three", topics: ["STÄDTE"] });
    const closed = await titled({ title: "Four", topics: ["Städte", "Städtebaugeheimnis"] });
    await db().room.update({ where: { id: closed }, data: { kind: "closed" } });
    expect((await asked("staedte")).topics).toEqual([{ topic: "Städte", rooms: 3 }]);
    expect((await asked("stadte", null, "topics")).topics).toEqual([{ topic: "Städte", rooms: 3 }]);
    expect((await asked("staddte")).topics).toEqual([{ topic: "Städte", rooms: 3 }]);
  });

  it("shows with their hosts and the episode that comes next, but not those of people whom one does not see", async () => {
    const show = await db().show.create({
      data: {
        publishedAt: new Date(),
        slug: "garden",
        title: "Garden hour",
        language: "en",
        hosts: { create: { personId: ada } },
      },
    });
    const id = await addRoom({ createdById: ada, title: "Roses" });
    await db().room.update({ where: { id }, data: { showId: show.id, status: "scheduled" } });
    expect((await asked("gardn")).shows).toMatchObject([
      { slug: "garden", hosts: [{ handle: "ada_krueger" }], episode: { id, status: "scheduled" } },
    ]);
    await db().room.update({ where: { id }, data: { kind: "closed" } });
    expect((await asked("garden")).shows).toMatchObject([{ slug: "garden", episode: null }]);
    await db().block.create({ data: { blockerId: ada, blockedId: ben } });
    expect((await asked("garden")).shows).toEqual([]);
    expect((await asked("garden", null)).shows).toHaveLength(1);
    await db().person.update({ where: { id: ada }, data: { bannedAt: new Date() } });
    expect((await asked("garden", null)).shows).toEqual([]);
  });
});

describe("nothing is found of", () => {
  const all = async (viewer: PersonId | null) => {
    const found = await asked("krüger", viewer);
    return { people: found.people.length, rooms: found.rooms.length, topics: found.topics.length };
  };
  const NOTHING = { people: 0, rooms: 0, topics: 0 };

  it.each(["bannedAt", "givenUpAt"] as const)("a person with %s, by anybody else", async (since) => {
    await db().person.update({ where: { id: ada }, data: { [since]: new Date() } });
    await expect(all(ben)).resolves.toEqual(NOTHING);
    await expect(all(null)).resolves.toEqual(NOTHING);
  });

  it.each(["by me", "by them"])("a person, their rooms and topics where one has blocked the other, %s", async (who) => {
    await titled({ title: "Krüger talks", topics: ["Krügerisms"] });
    await expect(all(ben)).resolves.toEqual({ people: 1, rooms: 1, topics: 1 });
    const [blockerId, blockedId] = who === "by me" ? [ben, ada] : [ada, ben];
    await db().block.create({ data: { blockerId, blockedId } });
    await expect(all(ben)).resolves.toEqual(NOTHING);
    await expect(handles("ada_krueger")).resolves.toEqual([]);
    await expect(all(null)).resolves.toEqual({ people: 1, rooms: 1, topics: 1 });
  });

  it("a closed room, but by who is invited; and never of an overflow room or a guest", async () => {
    const id = await titled({ title: "Krüger talks" });
    await db().room.update({ where: { id }, data: { kind: "closed" } });
    await expect(titles("krüger")).resolves.toEqual([]);
    await db().invitation.create({ data: { roomId: id, personId: ben, invitedById: ada } });
    await expect(titles("krüger")).resolves.toEqual(["Krüger talks"]);
    await expect(titles("krüger", null)).resolves.toEqual([]);
    await db().room.create({
      data: { title: "Krüger hall", language: "en", capacity: 5, createdById: ada, mainRoomId: id, overflowNumber: 1 },
    });
    await db().person.create({ data: { kind: "guest", name: "Krüger", portraitSeed: 1 } });
    await expect(titles("krüger")).resolves.toEqual(["Krüger talks"]);
    await expect(handles("krüger")).resolves.toEqual(["ada_krueger"]);
  });
});

it("a seat writes nothing that search reads, and the room has no more indexes to write than before", async () => {
  const id = await titled({ title: "Night trains", topics: ["Trains"], description: "By night" });
  const words = async () =>
    (await hotPool().query("SELECT word, ctid::text, xmin::text FROM room_word WHERE room_id = $1 ORDER BY word", [id]))
      .rows;
  const before = await words();
  expect(before.length).toBeGreaterThan(3);
  await hotPool().query("UPDATE room SET open_seats = open_seats + 1, empty_since = NULL WHERE id = $1", [id]);
  await expect(words()).resolves.toEqual(before);
  const { rows } = await hotPool().query(
    "SELECT indexdef FROM pg_indexes WHERE tablename = 'room' AND indexdef ~ '(title|description|topics|search_)'",
  );
  expect(rows).toEqual([]);
});

describe("whatever is sought", () => {
  const HOSTILE = [
    "",
    " ",
    "%",
    "_",
    "\\",
    "'; DROP TABLE person; --",
    "a & b | !c:*",
    "\u202e\u0301",
    "😀".repeat(30),
    "\u{10ffff}",
    "ﷺ".repeat(20),
    "é".normalize("NFD").repeat(40),
    "a b c d e f g h i j k l m n o p",
    "x".repeat(100),
  ];

  it.each(HOSTILE)("%j is answered and finds nobody by a sign", async (q) => {
    const answer = await ask(q);
    expect(answer.status).toBe(200);
    expect((await answer.json()).people).toEqual([]);
  });

  it.each(["a".repeat(10_000), "ü".repeat(101), "\0", "a\0b"])("%j is refused as no such text", async (q) => {
    expect((await ask(q)).status).toBe(422);
  });

  it("half a surrogate and an odd kind or page are no fault", async () => {
    for (const search of ["q=%ed%a0%80", "q=%ff", "q=ada&kind=people&after=1.1.1.1.%F0%9F%98%80", "q=ada&after="]) {
      expect((await GET(new Request(`http://localhost:3000/api/search?${search}`), context)).status).toBe(200);
    }
    expect((await GET(new Request("http://localhost:3000/api/search?q=a&kind=all"), context)).status).toBe(422);
  });

  const context = { params: Promise.resolve({}) };
  const ask = (q: string) =>
    GET(new Request(`http://localhost:3000/api/search?${new URLSearchParams({ q })}`), context);
});
