import { v7 as uuid } from "uuid";
import { describe, expect } from "vitest";
import { GET as readAudience } from "@/app/api/rooms/[roomId]/audience/route";
import { GET as readFollowed } from "@/app/api/rooms/[roomId]/followed/route";
import { GET as findPeople } from "@/app/api/rooms/[roomId]/people/route";
import { GET as readSeats } from "@/app/api/rooms/[roomId]/seats/route";
import { db } from "@/lib/server/postgres/db";
import type { AudiencePage } from "@/lib/wire/roster/views";
import { it } from "@/tests/support/scenes/scene-test";
import { openScene, type Scene } from "@/tests/support/scenes/stage-scene";

async function page(scene: Scene, search: string): Promise<AudiencePage> {
  return (await scene.ask("dev", readAudience, { search })).body as unknown as AudiencePage;
}

const follow = (scene: Scene, follower: "ada" | "dev" | "finn", followee: "dev" | "finn" | "cleo" | "eve") =>
  db().follow.create({ data: { followerId: scene.id[follower], followeeId: scene.id[followee] } });

describe("the audience", () => {
  it("is parted into whom somebody on stage follows and the others; who follows a speaker counts for nothing", async ({
    scene,
  }) => {
    await follow(scene, "ada", "finn");
    await follow(scene, "ada", "eve");
    await follow(scene, "dev", "cleo");
    const followed = await page(scene, "?section=followed");
    expect(followed.people.map(({ name }) => name)).toEqual(["finn"]);
    expect(followed.counts).toEqual({ followed: 1, others: 1 });
    expect((await page(scene, "?section=others")).people.map(({ name }) => name)).toEqual(["dev"]);
  });

  it("of an overflow room is parted by whom the main stage follows", async ({ family }) => {
    const hall = await family.openHall();
    const [leads, followed, other] = [
      await family.sit(hall, "moderator"),
      await family.sit(hall),
      await family.sit(hall),
    ];
    await db().follow.create({ data: { followerId: family.id.ada, followeeId: followed.id } });
    await db().follow.create({ data: { followerId: leads.id, followeeId: other.id } });
    const { body } = await other.ask(readAudience, { search: "?section=followed" });
    expect((body as unknown as AudiencePage).people.map(({ id }) => id)).toEqual([followed.id]);
  });

  it("is read in pages, nobody twice and nobody left out, in the order of coming", async ({ scene }) => {
    const ids = Array.from({ length: 130 }, () => uuid());
    await db().person.createMany({
      data: ids.map((id) => ({ id, kind: "member" as const, name: "Crowd", handle: `c${id}`, portraitSeed: 1 })),
    });
    const openedAt = new Date(Date.now() + 60_000);
    await db().seat.createMany({
      data: ids.map((personId) => ({
        id: uuid(),
        roomId: scene.roomId,
        personId,
        role: "listener" as const,
        openedAt,
      })),
    });
    const read: string[] = [];
    const sizes: number[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const next: AudiencePage = await page(scene, `?section=others${after && `&after=${after}`}`);
      read.push(...next.people.map(({ id }) => id));
      sizes.push(next.people.length);
      after = next.after;
    }
    expect(sizes).toEqual([60, 60, 12]);
    expect(new Set(read)).toEqual(new Set([scene.id.dev, scene.id.finn, ...ids]));
    const seats = (await scene.ask("dev", readSeats, { search: "?" })).body as { people: string[] };
    expect(seats.people).toEqual(read);
  });

  it("is named by its followed people: the same people are the same version, others another", async ({
    scene,
    media,
  }) => {
    await follow(scene, "ada", "finn");
    const before = await page(scene, "?section=followed");
    expect((await page(scene, "?section=others")).version).toBe(before.version);
    const now = await openScene(media);
    await db().follow.createMany({
      data: [now.id.dev, now.id.finn].map((followeeId) => ({ followerId: now.id.ada, followeeId })),
    });
    const others = (await now.ask("dev", readAudience, { search: "?section=followed" }))
      .body as unknown as AudiencePage;
    expect(others.counts).toEqual({ followed: 2, others: 0 });
    expect(others.version).not.toBe(before.version);
  });

  it("is not sent again to whoever holds the page already", async ({ scene }) => {
    await follow(scene, "ada", "finn");
    const read = (etag?: string) =>
      readAudience(
        new Request(`http://localhost:3000/api/rooms/${scene.roomId}/audience?section=followed`, {
          headers: etag ? { "if-none-match": etag } : {},
        }),
        { params: Promise.resolve({ roomId: scene.roomId }) },
      );
    const first = await read();
    expect(first.status).toBe(200);
    const again = await read(first.headers.get("etag") ?? "");
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect((await read('"another"')).status).toBe(200);
  });

  it("a cursor that is none is answered as what is not there", async ({ scene }) => {
    expect(await scene.ask("dev", readAudience, { search: "?after=x" })).toMatchObject({ status: 404 });
  });

  it("a closed room shows none of it to a stranger", async ({ scene }) => {
    await db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
    for (const route of [readAudience, readSeats, readFollowed, findPeople]) {
      expect(await scene.ask("eve", route, { search: "?q=ada" })).toMatchObject({ status: 404 });
      expect(await scene.ask("dev", route, { search: "?q=ada" })).toMatchObject({ status: 200 });
    }
  });
});

describe("people in the room", () => {
  it("are found by a part of their name, on stage and off it; nobody outside the room is", async ({ scene }) => {
    const names = async (q: string) =>
      ((await scene.ask("dev", findPeople, { search: `?q=${q}` })).body as { people: { name: string }[] }).people.map(
        ({ name }) => name,
      );
    expect(await names("ADA")).toEqual(["ada"]);
    expect(await names("inn")).toEqual(["finn"]);
    expect(await names("@cleo_")).toEqual(["cleo"]);
    expect(await names("eve")).toEqual([]);
  });

  it("whom I follow here is mine alone, and only who is here", async ({ scene }) => {
    await follow(scene, "dev", "cleo");
    await follow(scene, "dev", "eve");
    expect((await scene.ask("dev", readFollowed, { search: "?" })).body).toEqual({ people: [scene.id.cleo] });
    expect((await scene.ask("finn", readFollowed, { search: "?" })).body).toEqual({ people: [] });
  });
});
