import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { dismissSuggestion } from "@/lib/server/commands/suggestions/dismiss-suggestion";
import { suggestAgain } from "@/lib/server/commands/suggestions/suggest-again";
import { db } from "@/lib/server/postgres/db";
import { suggestions } from "@/lib/server/queries/suggestions/suggestions";
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

const follow = (followerId: PersonId, ...people: PersonId[]) =>
  db().follow.createMany({ data: people.map((followeeId) => ({ followerId, followeeId })) });
const sat = (personId: PersonId, roomId: RoomId, role: Role) =>
  db().seat.create({
    data: {
      ...{ id: uuid(), personId, roomId, role, closedAt: new Date() },
      stageSince: role === "listener" ? null : new Date(),
    },
  });
const suggested = async () =>
  (await suggestions({ id: dev })).map(({ person, why }) => [person.handle, why.reason] as const);
const ask = (personId: string) => ({
  ...{ caller: { id: dev, kind: "member" as const, admin: false }, params: { personId }, input: {} },
  request: new Request("http://localhost:3000/"),
});

describe("who to follow", () => {
  it("are people whom those I follow follow, with the name of one of them", async () => {
    await follow(dev, ada, ben);
    await follow(ada, cleo, ben);
    await follow(ben, cleo);
    expect(await suggestions({ id: dev })).toMatchObject([
      { person: { handle: "cleo" }, why: { reason: "followed_by", more: 1 } },
    ]);
  });

  it("are told by no list that its owner keeps from me", async () => {
    await follow(dev, ada);
    await follow(ada, cleo);
    await db().person.update({ where: { id: ada }, data: { protectedAt: new Date() } });
    expect(await suggested()).toEqual([]);
    await follow(ada, dev);
    expect(await suggested()).toEqual([["cleo", "followed_by"]]);
  });

  it("are people who spoke where I was, in whichever hall I sat, and nobody who only listened there", async () => {
    const main = await addRoom({ createdById: ada, title: "Night trains" });
    const hall = await addRoom({ createdById: ada });
    await db().room.update({ where: { id: hall }, data: { mainRoomId: main, overflowNumber: 1 } });
    await sat(ada, main, "host");
    await sat(ben, main, "listener");
    await sat(dev, hall, "listener");
    expect(await suggestions({ id: dev })).toMatchObject([
      { person: { handle: "ada" }, why: { reason: "spoke_in", title: "Night trains" } },
    ]);
  });

  it("are people who speak in my languages, in rooms that everybody may know of", async () => {
    await db().person.update({ where: { id: dev }, data: { languages: ["en"] } });
    await sat(ada, await addRoom({ createdById: ada }), "host");
    await sat(ben, await addRoom({ createdById: ben, kind: "closed" }), "host");
    const french = await addRoom({ createdById: cleo });
    await db().room.update({ where: { id: french }, data: { language: "fr" } });
    await sat(cleo, french, "host");
    expect(await suggested()).toEqual([["ada", "language"]]);
  });

  it("are never myself, whom I follow, have a block with or sent away, nor who is shut out or gone", async () => {
    const roomId = await addRoom({ createdById: ada });
    const people = await Promise.all(["finn", "gil", "hana", "ida", "jon"].map(addMember));
    const [finn, gil, hana, ida, jon] = people as [PersonId, PersonId, PersonId, PersonId, PersonId];
    for (const personId of [dev, ada, ben, cleo, ...people]) await sat(personId, roomId, "speaker");
    await follow(dev, ada);
    await db().block.createMany({
      data: [
        { blockerId: dev, blockedId: ben },
        { blockerId: cleo, blockedId: dev },
      ],
    });
    await db().person.update({ where: { id: finn }, data: { bannedAt: new Date() } });
    await db().person.update({ where: { id: gil }, data: { givenUpAt: new Date() } });
    await dismissSuggestion.run(ask(hana));
    await follow(ada, finn, gil, hana, dev);
    // Whoever follows me suggests nobody; only whom I follow does.
    await follow(ida, jon);
    expect((await suggested()).map(([handle]) => handle).toSorted()).toEqual(["ida", "jon"]);
  });

  it("come back when sending them away is taken back, and nobody is told of either", async () => {
    await follow(dev, ada);
    await follow(ada, cleo);
    for (let time = 0; time < 2; time++) expect(await dismissSuggestion.run(ask(cleo))).toMatchObject({ ok: true });
    expect(await suggested()).toEqual([]);
    for (let time = 0; time < 2; time++) expect(await suggestAgain.run(ask(cleo))).toMatchObject({ ok: true });
    expect(await suggested()).toEqual([["cleo", "followed_by"]]);
    for (const personId of [uuid(), "x"]) {
      expect(await dismissSuggestion.run(ask(personId))).toMatchObject({ refusal: "not_found" });
    }
  });
});
