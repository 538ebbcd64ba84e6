import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { PATCH } from "@/app/api/me/route";
import type { PersonId } from "@/lib/domain/ids";
import { seesWhereabouts, WHEREABOUTS, type Whereabouts } from "@/lib/domain/people/privacy";
import { lastHolderOf } from "@/lib/server/callers/held-handles";
import { hashOf } from "@/lib/server/callers/secrets";
import { db, hotPool } from "@/lib/server/postgres/db";
import { followedNow } from "@/lib/server/queries/hallway/followed-now";
import { followList } from "@/lib/server/queries/people/follow-list";
import { myFollowers } from "@/lib/server/queries/people/my-followers";
import { myWishes } from "@/lib/server/queries/people/my-wishes";
import { whereaboutsSql } from "@/lib/server/queries/people/privacy";
import { profile } from "@/lib/server/queries/people/profile";
import { addCrowd, addMember, addRoom, emptyHouse } from "@/tests/support/scenes/at-the-door";

let [ada, ben, cleo, dev]: PersonId[] = [];

const TOKEN = `plnm_${"q".repeat(43)}`;

beforeEach(async () => {
  await emptyHouse();
  await db().givenUpHandle.deleteMany();
  [ada, ben, cleo, dev] = [
    await addMember("ada"),
    await addMember("ben"),
    await addMember("cleo"),
    await addMember("dev"),
  ];
  const data = { personId: who(ada), name: "test", tokenHash: hashOf(TOKEN), scopes: ["read", "write"] };
  await db().accessToken.create({ data });
});

describe("the words of a profile", () => {
  it("take links, topics and wishes, and show them", async () => {
    await edit({ links: ["example.org/ada", "https://trains.example/"], topics: ["Night trains", " maps "] });
    await expect(profile(null, { handle: "ada" })).resolves.toMatchObject({
      links: ["https://example.org/ada", "https://trains.example/"],
      topics: ["Night trains", "maps"],
    });
    await edit({ protect: true, whereabouts: "followed" });
    await expect(myWishes({ id: who(ada) })).resolves.toMatchObject({ protect: true, whereabouts: "followed" });
    await edit({ protect: false });
    await expect(myWishes({ id: who(ada) })).resolves.toMatchObject({ protect: false, whereabouts: "followed" });
  });

  it.each([
    { links: ["http://example.org"] },
    { links: ["javascript:alert(1)"] },
    { links: Array(6).fill("https://example.org") },
    { topics: Array(6).fill("Trains") },
    { topics: ["x".repeat(31)] },
    { whereabouts: "somewhere" },
  ])("refuse %j", async (input) => expect((await patch(input)).status).toBe(422));

  it("name who brought them here, unless the viewer may not know of them", async () => {
    await db().person.update({ where: { id: ada }, data: { nominatedById: ben } });
    await expect(profile(seen(dev), { handle: "ada" })).resolves.toMatchObject({ nominatedBy: { handle: "ben" } });
    await block(ben, dev);
    await expect(profile(seen(dev), { handle: "ada" })).resolves.toMatchObject({ nominatedBy: null });
    await expect(profile(null, { handle: "ada" })).resolves.toMatchObject({ nominatedBy: { handle: "ben" } });
  });
});

describe("whom both follow", () => {
  it("are counted exactly and shown by three faces, without those of whom the viewer may not know", async () => {
    const crowd = await addCrowd(6);
    for (const one of crowd) await follow(ada, one);
    for (const one of crowd.slice(0, 5)) await follow(dev, one);
    await follow(dev, ben);
    const shared = async () => (await profile(seen(dev), { handle: "ada" }))?.inCommon;
    await expect(shared()).resolves.toMatchObject({ count: 5, people: { length: 3 } });
    await block(crowd[0], dev);
    await db().person.update({ where: { id: crowd[1] }, data: { bannedAt: new Date() } });
    await db().person.update({ where: { id: crowd[2] }, data: { givenUpAt: new Date() } });
    const left = await shared();
    expect(left?.count).toBe(2);
    expect(left?.people.map(({ id }) => id).toSorted()).toEqual(crowd.slice(3, 5).toSorted());
    await expect(profile(null, { handle: "ada" })).resolves.toMatchObject({ inCommon: { count: 0, people: [] } });
    await expect(profile(seen(ada), { handle: "ada" })).resolves.toMatchObject({ inCommon: { count: 0 } });
  });
});

describe("followers and following", () => {
  it("leave out and do not count whom the viewer may not know of", async () => {
    const [banned, gone, foe] = await addCrowd(3);
    for (const one of [banned, gone, foe, ben]) {
      await follow(one, ada);
      await follow(ada, one);
    }
    await db().person.update({ where: { id: banned }, data: { bannedAt: new Date() } });
    await db().person.update({ where: { id: gone }, data: { givenUpAt: new Date() } });
    await block(dev, foe);
    const open = { id: who(ada), withheld: false };
    for (const [viewer, ids] of [
      [dev, [ben]],
      [null, [ben, foe]],
      [foe, [ben, foe]],
      [gone, [ben, foe, gone]],
    ] as const) {
      const shown = await profile(viewer ? seen(viewer) : null, { handle: "ada" });
      expect([shown?.followers, shown?.following]).toEqual([ids.length, ids.length]);
      for (const which of ["followers", "following"] as const) {
        const { people } = await followList(viewer ?? null, open, which, null);
        expect(people.map(({ id }) => id).toSorted()).toEqual([...ids].map(who).toSorted());
      }
    }
    await block(ada, ben);
    expect((await myFollowers({ id: who(ada) }, "", null)).people.map(({ id }) => id)).toEqual([foe]);
  });
});

describe("rooms and episodes of a profile", () => {
  it("are those that the viewer may know of", async () => {
    const open = await addRoom({ createdById: who(ada), title: "Open" });
    const closed = await addRoom({ createdById: who(ada), title: "Closed", kind: "closed" });
    await addRoom({ createdById: who(ada), title: "Over", status: "ended" });
    const show = await db().show.create({
      data: { publishedAt: new Date(), slug: "trains", title: "Trains", language: "en" },
    });
    await db().showHost.create({ data: { showId: show.id, personId: who(ada) } });
    for (const [title, kind] of [
      ["Next", "open"],
      ["Secret", "closed"],
    ] as const) {
      const id = await addRoom({ createdById: who(ben), title, kind, status: "scheduled" });
      await db().room.update({ where: { id }, data: { showId: show.id, scheduledFor: new Date("2030-01-01T20:00Z") } });
    }
    const stranger = await profile(seen(dev), { handle: "ada" });
    expect(stranger?.liveRooms.map(({ id }) => id)).toEqual([open]);
    expect(stranger?.episodes).toMatchObject([
      { title: "Next", show: "Trains", scheduledFor: "2030-01-01T20:00:00.000Z" },
    ]);
    const self = await profile(seen(ada), { handle: "ada" });
    expect(self?.liveRooms.map(({ id }) => id).toSorted()).toEqual([open, closed].toSorted());
  });
});

describe("a protected profile", () => {
  it("shows strangers who it is and the numbers, and the rest to people whom its person follows", async () => {
    const room = await addRoom({ createdById: who(ada) });
    await seat(room, ada, "host");
    await edit({
      bio: "Secret bio",
      links: ["https://example.org"],
      topics: ["Secret"],
      languages: ["de"],
      protect: true,
    });
    await follow(ada, cleo);
    await follow(dev, ada);
    await follow(dev, cleo);
    const stranger = await profile(seen(dev), { handle: "ada" });
    expect(stranger).toMatchObject({ name: "ada", handle: "ada", withheld: true, followers: 1, following: 1 });
    expect(stranger).toMatchObject({
      ...{ bio: "", links: [], topics: [], languages: [], liveRoom: null, liveRooms: [], shows: [], episodes: [] },
      inCommon: { count: 0, people: [] },
    });
    expect(JSON.stringify(stranger)).not.toMatch(/Secret|example\.org/);
    await expect(profile(null, { handle: "ada" })).resolves.toMatchObject({ withheld: true, bio: "" });
    await expect(followList(who(dev), { id: who(ada), withheld: true }, "following", null)).resolves.toEqual({
      people: [],
      next: null,
    });
    await expect(followedNow({ id: who(dev) })).resolves.toEqual({ people: [], talking: 0 });

    for (const friend of [cleo, ada]) {
      await expect(profile(seen(friend), { handle: "ada" })).resolves.toMatchObject({
        ...{ withheld: false, bio: "Secret bio", liveRoom: { id: room }, liveRooms: [{ id: room }] },
      });
    }
    await follow(cleo, ada);
    await expect(followedNow({ id: who(cleo) })).resolves.toMatchObject({ people: [{ person: { id: ada } }] });
  });
});

describe("where somebody is", () => {
  it("is told on their profile and in the hallway to whom they chose", async () => {
    const room = await addRoom({ createdById: who(ben) });
    await seat(room, ada, "speaker");
    await follow(dev, ada);
    await follow(cleo, ada);
    await follow(ada, cleo);
    for (const [whereabouts, toStranger, toFollowed] of [
      ["everyone", true, true],
      ["followed", false, true],
      ["nobody", false, false],
    ] as const) {
      await edit({ whereabouts });
      for (const [viewer, told] of [
        [dev, toStranger],
        [cleo, toFollowed],
      ] as const) {
        const shown = await profile(seen(viewer), { handle: "ada" });
        expect(shown?.liveRoom?.id ?? null, whereabouts).toBe(told ? room : null);
        const now = await followedNow({ id: who(viewer) });
        expect([now.people.length, now.talking], whereabouts).toEqual(told ? [1, 1] : [0, 0]);
      }
      await expect(profile(seen(ada), { handle: "ada" })).resolves.toMatchObject({ liveRoom: { id: room } });
    }
  });

  it("follows one rule, in code and in SQL", async () => {
    const cases = [false, true].flatMap((isProtected) =>
      WHEREABOUTS.flatMap((whereabouts: Whereabouts) =>
        [false, true].map((followsViewer) => ({ protected: isProtected, whereabouts, followsViewer, isSelf: false })),
      ),
    );
    const ids = await addCrowd(cases.length);
    for (const [place, facts] of cases.entries()) {
      const data = { protectedAt: facts.protected ? new Date() : null, whereabouts: facts.whereabouts };
      await db().person.update({ where: { id: ids[place] }, data });
      if (facts.followsViewer) await follow(ids[place], dev);
    }
    const sql = `SELECT p.id FROM person p WHERE p.id = ANY($2::uuid[]) AND ${whereaboutsSql("$1::uuid")}`;
    const told = async (viewer: PersonId | null) =>
      (await hotPool().query<{ id: string }>(sql, [viewer, ids])).rows.map(({ id }) => id).toSorted();
    const ruled = (isBlind: boolean) =>
      ids.filter((_, place) => {
        const facts = cases[place];
        return facts && seesWhereabouts({ ...facts, followsViewer: facts.followsViewer && !isBlind });
      });
    expect(await told(who(dev))).toEqual(ruled(false).toSorted());
    expect(await told(null)).toEqual(ruled(true).toSorted());
  });
});

describe("a profile of whom one may not know", () => {
  it("is not there: blocked either way, given up, shut out", async () => {
    await block(ada, ben);
    await block(cleo, ada);
    for (const viewer of [ben, cleo]) {
      await expect(profile(seen(viewer), { handle: "ada" })).resolves.toBeNull();
      await expect(profile(seen(viewer), { id: who(ada) })).resolves.toBeNull();
      await expect(profile(seen(ada), { id: who(viewer) })).resolves.toBeNull();
    }
    await expect(profile(seen(dev), { handle: "ada" })).resolves.toMatchObject({ handle: "ada" });
    await db().person.update({ where: { id: ada }, data: { givenUpAt: new Date() } });
    for (const viewer of [null, seen(dev)]) await expect(profile(viewer, { handle: "ada" })).resolves.toBeNull();
    await expect(profile(seen(ada), { handle: "ada" })).resolves.not.toBeNull();
    await db().person.update({ where: { id: ada }, data: { bannedAt: new Date() } });
    await expect(profile(seen(ada), { handle: "ada" })).resolves.toBeNull();
  });
});

describe("a handle that was given up", () => {
  it("leads to its person for ninety days", async () => {
    await edit({ handle: "ada_new" });
    await expect(lastHolderOf("ada")).resolves.toBe(ada);
    await expect(lastHolderOf("ben")).resolves.toBeNull();
    const longAgo = new Date(Date.now() - 91 * 24 * 60 * 60 * 1_000);
    await db().givenUpHandle.update({ where: { handle: "ada" }, data: { givenUpAt: longAgo } });
    await expect(lastHolderOf("ada")).resolves.toBeNull();
  });
});

function who(id: PersonId | string | undefined): PersonId {
  if (!id) throw new Error("nobody");
  return id as PersonId;
}

const seen = (id: PersonId | undefined) => ({ id: who(id) });

const follow = (followerId: PersonId | undefined, followeeId: PersonId | undefined) =>
  db().follow.create({ data: { followerId: who(followerId), followeeId: who(followeeId) } });

const block = (blockerId: PersonId | undefined, blockedId: PersonId | undefined) =>
  db().block.create({ data: { blockerId: who(blockerId), blockedId: who(blockedId) } });

const seat = (roomId: string, personId: PersonId | undefined, role: "host" | "speaker") =>
  db().seat.create({ data: { id: uuid(), roomId, personId: who(personId), role } });

function patch(input: object): Promise<Response> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const request = new Request("http://localhost:3000/api/me", {
    method: "PATCH",
    headers,
    body: JSON.stringify(input),
  });
  return PATCH(request, { params: Promise.resolve(undefined) });
}

async function edit(input: object): Promise<void> {
  const answer = await patch(input);
  expect([answer.status, await answer.text()]).toEqual([200, expect.anything()]);
}
