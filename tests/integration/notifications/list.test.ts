import { describe, expect } from "vitest";
import { GET as events } from "@/app/api/me/events/route";
import { PUT as mute } from "@/app/api/me/notification-mutes/[personId]/route";
import { GET as muted } from "@/app/api/me/notification-mutes/route";
import { GET as list } from "@/app/api/me/notifications/route";
import { POST as see } from "@/app/api/me/notifications/seen/route";
import { PATCH as change, GET as settings } from "@/app/api/me/notifications/settings/route";
import { GET as unread } from "@/app/api/me/notifications/unread/route";
import { POST as follow, DELETE as unfollow } from "@/app/api/people/[personId]/follow/route";
import { POST as acceptOffer } from "@/app/api/rooms/[roomId]/offer/route";
import { POST as offer } from "@/app/api/rooms/[roomId]/offers/[personId]/route";
import { POST as ping } from "@/app/api/rooms/[roomId]/pings/route";
import { POST as createRoom } from "@/app/api/rooms/route";
import { PEOPLE_CHANNEL } from "@/lib/server/notify/ring-person";
import { EPISODE_NEWS_CHANNEL } from "@/lib/server/notify/tell-episode-news";
import { GOING_LIVE_CHANNEL } from "@/lib/server/notify/tell-going-live";
import { db } from "@/lib/server/postgres/db";
import { listen } from "@/lib/server/postgres/listen";
import { toldOfGoingLive } from "@/lib/server/queries/notifications/told-of-going-live";
import type { NotificationPage } from "@/lib/wire/notifications/views";
import { addCrowd } from "@/tests/support/scenes/at-the-door";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

const page = async (scene: Scene, who: CastName, search = "?") =>
  (await scene.ask(who, list, { search })).body as NotificationPage;
const told = async (scene: Scene, who: CastName) =>
  (await page(scene, who)).notifications.map(({ kind, person }) => `${kind} ${person.name}`);
const count = async (scene: Scene, who: CastName) => (await scene.ask(who, unread, { search: "?" })).body?.unread;

/** The follow comes first: what was before it is no news. */
const follows = async (scene: Scene, who: CastName, whom: CastName) => {
  await scene.ask(who, follow, { personId: scene.id[whom] });
};
const open = async (scene: Scene, who: CastName, kind: "open" | "social" | "closed" = "open") => {
  const { body } = await scene.ask(who, createRoom, { body: { title: "Owls", language: "en", kind } });
  return (body as { room: { id: string } }).room.id;
};

describe("somebody I follow goes live", () => {
  it("costs one row, however many follow, and is told to those who follow and nobody else", async ({ scene }) => {
    await follows(scene, "eve", "ada");
    const crowd = await addCrowd(500);
    await db().follow.createMany({ data: crowd.map((followerId) => ({ followerId, followeeId: scene.id.ada })) });
    const roomId = await open(scene, "ada");
    expect(await db().goingLive.count()).toBe(1);
    expect(await page(scene, "eve")).toMatchObject({
      notifications: [
        {
          kind: "went_live",
          person: { id: scene.id.ada },
          room: { id: roomId, title: "Owls", live: true },
          unread: true,
        },
      ],
      next: null,
    });
    expect(await told(scene, "gil")).toEqual([]);
    const where = { personId: scene.id.ada, roomId: roomId as Scene["roomId"] };
    expect(await toldOfGoingLive([scene.id.eve, scene.id.gil, scene.id.ada], where)).toEqual([scene.id.eve]);
    expect((await toldOfGoingLive(crowd, where)).length).toBe(500);
  });

  it("is no news to whoever follows only afterwards", async ({ scene }) => {
    const roomId = await open(scene, "ada");
    await db().goingLive.updateMany({ where: { roomId }, data: { at: new Date(Date.now() - 1_000) } });
    await follows(scene, "eve", "ada");
    expect(await told(scene, "eve")).toEqual([]);
  });

  it("tells of whoever comes on stage, once a person and room", async ({ scene }) => {
    await follows(scene, "eve", "dev");
    for (let times = 0; times < 2; times++) {
      await scene.ask("ada", offer, { personId: scene.id.dev, body: {} });
      expect((await scene.ask("dev", acceptOffer)).status).toBe(200);
      await db().seat.updateMany({ where: { personId: scene.id.dev }, data: { role: "listener", stageSince: null } });
    }
    expect(await told(scene, "eve")).toEqual(["speaking dev"]);
  });

  it("does not tell of a closed room, unless one is invited", async ({ scene }) => {
    await follows(scene, "eve", "ada");
    const roomId = await open(scene, "ada", "closed");
    expect(await told(scene, "eve")).toEqual([]);
    expect(await count(scene, "eve")).toBe(0);
    expect(
      await toldOfGoingLive([scene.id.eve], { personId: scene.id.ada, roomId: roomId as Scene["roomId"] }),
    ).toEqual([]);
    await db().invitation.create({ data: { roomId, personId: scene.id.eve, invitedById: scene.id.ada } });
    expect(await told(scene, "eve")).toEqual(["went_live ada"]);
  });

  it.for(["blocked", "blocking", "banned", "given up", "out of the room", "muted"])(
    "tells nothing where one is %s",
    async (how, { scene }) => {
      await follows(scene, "eve", "ada");
      const roomId = (await open(scene, "ada")) as Scene["roomId"];
      expect(await count(scene, "eve")).toBe(1);
      const [eve, ada] = [scene.id.eve, scene.id.ada];
      if (how === "blocked") await db().block.create({ data: { blockerId: eve, blockedId: ada } });
      if (how === "blocking") await db().block.create({ data: { blockerId: ada, blockedId: eve } });
      if (how === "banned") await db().person.update({ where: { id: ada }, data: { bannedAt: new Date() } });
      if (how === "given up") await db().person.update({ where: { id: ada }, data: { givenUpAt: new Date() } });
      if (how === "out of the room") await db().roomBan.create({ data: { roomId, personId: eve, bannedById: ada } });
      if (how === "muted") expect((await scene.ask("eve", mute, { personId: ada })).status).toBe(204);
      expect(await told(scene, "eve")).toEqual([]);
      expect(await count(scene, "eve")).toBe(0);
      expect(await toldOfGoingLive([eve], { personId: ada, roomId })).toEqual([]);
    },
  );

  it("is not told of what is older than a week", async ({ scene }) => {
    await follows(scene, "eve", "ada");
    const roomId = await open(scene, "ada");
    const ago = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1_000);
    await db().follow.updateMany({ data: { createdAt: ago(30) } });
    await db().goingLive.updateMany({ where: { roomId }, data: { at: ago(6.9) } });
    expect(await told(scene, "eve")).toEqual(["went_live ada"]);
    await db().goingLive.updateMany({ where: { roomId }, data: { at: ago(7.1) } });
    expect(await told(scene, "eve")).toEqual([]);
  });
});

it("an open page of whoever is told counts one up, and nobody else's does", async ({ scene }) => {
  for (const channel of [PEOPLE_CHANNEL, GOING_LIVE_CHANNEL, EPISODE_NEWS_CHANNEL])
    await new Promise<void>((heard) => listen(channel, (payload) => payload === null && heard()));
  await follows(scene, "eve", "ada");
  const watch = async (who: CastName) => {
    let answer = new Response();
    await scene.ask(who, async (request) => {
      answer = await events(request);
      return new Response(null, { status: 204 });
    });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) throw new Error("no stream");
    expect((await reader.read()).value).toContain("retry");
    return reader;
  };
  const [eve, gil] = [await watch("eve"), await watch("gil")];
  const heardByGil: string[] = [];
  const gilListens = gil.read().then(({ value }) => value && heardByGil.push(value));
  await open(scene, "ada");
  expect((await eve.read()).value).toBe('data: {"notified":1}\n\n');
  await gil.cancel();
  await gilListens;
  expect(heardByGil).toEqual([]);
  await eve.cancel();
});

describe("what is mine alone", () => {
  it("sums the followers of a day, and forgets who unfollows or is gone", async ({ scene }) => {
    for (const who of ["ben", "cleo", "dev"] as const) await follows(scene, who, "eve");
    const { notifications } = await page(scene, "eve");
    expect(notifications).toMatchObject([{ kind: "follow", person: { id: scene.id.dev }, others: 2, room: null }]);
    expect(await count(scene, "eve")).toBe(1);
    await scene.ask("dev", unfollow, { personId: scene.id.eve });
    await db().person.update({ where: { id: scene.id.cleo }, data: { bannedAt: new Date() } });
    expect((await page(scene, "eve")).notifications).toMatchObject([{ person: { id: scene.id.ben }, others: 0 }]);
  });

  it("lists calls into rooms too", async ({ scene }) => {
    await scene.ask("ada", ping, { body: { personId: scene.id.eve } });
    expect(await told(scene, "eve")).toEqual(["ping ada"]);
  });
});

describe("unread", () => {
  it("is what came after I looked, on all my devices, and looking at an older page takes nothing back", async ({
    scene,
  }) => {
    await follows(scene, "eve", "ada");
    await follows(scene, "eve", "cleo");
    // Long ago: of what was before nobody is told.
    await db().follow.updateMany({ data: { createdAt: new Date(0) } });
    await open(scene, "ada");
    const seenUntil = (await page(scene, "eve")).notifications[0]?.at ?? "";
    await db().goingLive.updateMany({ data: { at: new Date(Date.parse(seenUntil) - 50) } });
    await open(scene, "cleo");
    expect(await count(scene, "eve")).toBe(2);
    expect((await scene.ask("eve", see, { body: { until: seenUntil } })).body).toEqual({ unread: 1 });
    expect((await page(scene, "eve")).notifications.map((one) => one.unread)).toEqual([true, false]);
    const now = new Date().toISOString();
    expect((await scene.ask("eve", see, { body: { until: now } })).body).toEqual({ unread: 0 });
    expect((await scene.ask("eve", see, { body: { until: seenUntil } })).body).toEqual({ unread: 0 });
    expect(await count(scene, "eve")).toBe(0);
  });

  it("cannot be seen ahead of time", async ({ scene }) => {
    await follows(scene, "eve", "ada");
    await scene.ask("eve", see, { body: { until: "2099-01-01T00:00:00.000Z" } });
    const roomId = await open(scene, "ada");
    await db().goingLive.updateMany({ where: { roomId }, data: { at: new Date(Date.now() + 1_000) } });
    expect(await count(scene, "eve")).toBe(1);
  });
});

describe("pages", () => {
  it("hold each notification once, newest first, also where many are of one moment", async ({ scene }) => {
    const crowd = await addCrowd(70);
    await db().follow.createMany({
      data: crowd.map((followeeId) => ({ followerId: scene.id.gil, followeeId, createdAt: new Date(0) })),
    });
    const at = (place: number) => new Date(Date.now() - Math.floor(place / 10) * 60_000);
    await db().goingLive.createMany({
      data: crowd.map((personId, place) => ({ personId, roomId: scene.roomId, kind: "speaking", at: at(place) })),
    });
    const found: string[] = [];
    for (let search: string | null = "?"; search !== null; ) {
      const { notifications, next }: NotificationPage = await page(scene, "gil", search);
      found.push(...notifications.map(({ person }) => person.id));
      search = next && `?before=${next}`;
    }
    expect(found.length).toBe(70);
    expect(new Set(found)).toEqual(new Set(crowd));
    expect(await count(scene, "gil")).toBe(70);
    expect(await page(scene, "gil", "?before=nonsense")).toEqual({ notifications: [], next: null });
  });
});

describe("settings", () => {
  it("change what is named, and take a kind out of list and count", async ({ scene }) => {
    await follows(scene, "eve", "ada");
    const roomId = (await open(scene, "ada")) as Scene["roomId"];
    const off = await scene.ask("eve", change, { body: { wishes: { "went_live.app": false, "follow.push": true } } });
    expect(off.body).toMatchObject({
      wishes: { went_live: { app: false, push: true }, follow: { app: true, push: true }, ping: { app: true } },
      pausedUntil: null,
      quiet: null,
    });
    expect(await told(scene, "eve")).toEqual([]);
    expect(await count(scene, "eve")).toBe(0);
    expect(await toldOfGoingLive([scene.id.eve], { personId: scene.id.ada, roomId })).toEqual([]);
    const on = await scene.ask("eve", change, { body: { wishes: { "went_live.app": true } } });
    expect(on.body).toMatchObject({ wishes: { went_live: { app: true }, follow: { push: true } } });
    expect(await told(scene, "eve")).toEqual(["went_live ada"]);
    expect((await scene.ask("gil", settings, { search: "?" })).body).toMatchObject({
      wishes: { went_live: { app: true } },
    });
  });

  it("keep pause and quiet hours, and refuse a zone that is none", async ({ scene }) => {
    const quiet = { from: 1_320, until: 480, zone: "Europe/Berlin" };
    const body = { pauseHours: 8, quiet };
    const { body: now } = await scene.ask("eve", change, { body });
    expect(now).toMatchObject({ quiet });
    expect(Date.parse(String(now?.pausedUntil)) - Date.now()).toBeGreaterThan(7.9 * 60 * 60 * 1_000);
    expect((await scene.ask("eve", change, { body: { pauseHours: 0, quiet: null } })).body).toMatchObject({
      pausedUntil: null,
      quiet: null,
    });
    const wrong = { quiet: { ...quiet, zone: "Mars/Base" } };
    expect(await scene.ask("eve", change, { body: wrong })).toMatchObject({ status: 422 });
    expect(await scene.ask("eve", change, { body: {} })).toMatchObject({ status: 422 });
  });

  it("list whom I muted, and nobody can mute whom they may not know of", async ({ scene }) => {
    await scene.ask("eve", mute, { personId: scene.id.ada });
    await scene.ask("eve", mute, { personId: scene.id.ada });
    await scene.ask("eve", mute, { personId: scene.id.cleo });
    const names = async () =>
      ((await scene.ask("eve", muted, { search: "?" })).body as { people: { name: string }[] }).people.map(
        ({ name }) => name,
      );
    expect(new Set(await names())).toEqual(new Set(["ada", "cleo"]));
    await db().block.create({ data: { blockerId: scene.id.cleo, blockedId: scene.id.eve } });
    expect(await names()).toEqual(["ada"]);
    await db().block.create({ data: { blockerId: scene.id.gil, blockedId: scene.id.eve } });
    expect(await scene.ask("eve", mute, { personId: scene.id.gil })).toMatchObject({ status: 404 });
    expect(await scene.ask("eve", mute, { personId: scene.id.eve })).toMatchObject({ status: 403 });
  });
});
