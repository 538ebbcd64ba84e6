import { beforeEach, describe, expect } from "vitest";
import { POST as answer } from "@/app/api/guests/answer/route";
import { PATCH as change } from "@/app/api/me/notifications/settings/route";
import { DELETE as revoke } from "@/app/api/rooms/[roomId]/guests/[guestId]/route";
import { POST as invite } from "@/app/api/rooms/[roomId]/guests/route";
import { PUT as assign, DELETE as endAssignment } from "@/app/api/rooms/[roomId]/interpreters/[personId]/route";
import { DELETE as leave } from "@/app/api/shows/[showId]/hosts/[personId]/route";
import { POST as addHost } from "@/app/api/shows/[showId]/hosts/route";
import type { RoomId } from "@/lib/domain/ids";
import { hashOf } from "@/lib/server/callers/secrets";
import { claimPersonalPushes } from "@/lib/server/notifications/claim-personal-pushes";
import { db } from "@/lib/server/postgres/db";
import { hotSql } from "@/lib/server/postgres/sql";
import { digestNews } from "@/lib/server/queries/notifications/digest-news";
import { myNotifications } from "@/lib/server/queries/notifications/my-notifications";
import { browserKeys } from "@/tests/support/push/push-service";
import { FROM_ALL_TIME, wantsMail } from "@/tests/support/scenes/at-the-door";
import { addEpisode, addShow, inMinutes } from "@/tests/support/scenes/episodes";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

/** Ada's show, and an episode of it that nobody but its hosts may know of. */
async function planned(scene: Scene) {
  const showId = await addShow(scene.id.ada);
  const wishes = { createdById: scene.id.ada, title: "Draft", scheduledFor: inMinutes(600), showId };
  const roomId = await addEpisode({ ...wishes, kind: "closed", published: false });
  await db().invitation.create({ data: { roomId, personId: scene.id.ada, invitedById: scene.id.ada } });
  return { showId, roomId };
}

async function handleOf(scene: Scene, who: CastName): Promise<string> {
  return (await db().person.findUniqueOrThrow({ where: { id: scene.id[who] } })).handle ?? "";
}

async function inviteDev(scene: Scene, roomId: RoomId) {
  const answered = await scene.ask("ada", invite, { roomId, body: { handle: await handleOf(scene, "dev") } });
  expect(answered.status).toBe(201);
  return (answered.body as { guest: { id: string } }).guest.id;
}

const makeHost = async (scene: Scene, showId: string, who: CastName, role: "host" | "cohost" = "cohost") => {
  const body = { handle: await handleOf(scene, who), role };
  expect((await scene.ask("ada", addHost, { showId, body })).status).toBe(204);
};

const told = async (scene: Scene, who: CastName) =>
  (await myNotifications({ id: scene.id[who] }, null)).notifications.filter(({ kind }) => kind === "show");

/** A browser of Dev's that takes pushes. */
async function takesPushes(scene: Scene): Promise<void> {
  const sessionHash = hashOf("dev's browser");
  const personId = scene.id.dev;
  await db().session.create({ data: { personId, tokenHash: sessionHash, expiresAt: inMinutes(10_000) } });
  const endpoint = "http://localhost:1/push/dev";
  await db().pushSubscription.create({ data: { personId, sessionHash, ...browserKeys(), locale: "en", endpoint } });
}

const pushed = async () => (await claimPersonalPushes(hotSql(), new Date())).map(({ facts }) => facts);

beforeEach(() => db().personalPush.deleteMany());

describe("a member who is invited as a guest by handle", () => {
  it("is told while it waits for their answer, and answers where that leads, without the link", async ({ scene }) => {
    const { roomId } = await planned(scene);
    const guestId = await inviteDev(scene, roomId);
    expect(await told(scene, "dev")).toMatchObject([
      {
        person: { id: scene.id.ada },
        room: { id: roomId, title: "Draft", live: false },
        guest: { id: guestId },
        show: null,
        unread: true,
      },
    ]);
    for (const who of ["ada", "ben"] as const) expect(await told(scene, who)).toEqual([]);
    const say = (who: CastName) => scene.ask(who, answer, { body: { secret: guestId, answer: "accept" } });
    for (const who of ["ben", "ada"] as const) expect((await say(who)).status).toBe(404);
    expect((await say("dev")).body).toEqual({ roomId, state: "accepted" });
    expect(await told(scene, "dev")).toEqual([]);
    expect(await db().invitation.count({ where: { roomId, personId: scene.id.dev, role: "speaker" } })).toBe(1);
  });

  it("is pushed to once, at once, unless it is over by then or they want none", async ({ scene }) => {
    await takesPushes(scene);
    const { roomId } = await planned(scene);
    const guestId = await inviteDev(scene, roomId);
    expect(await pushed()).toMatchObject([{ kind: "show", name: "ada", guest: { id: guestId, title: "Draft" } }]);
    expect(await pushed()).toEqual([]);
    const take = (id: string) => scene.askNamed("ada", revoke, { roomId, guestId: id }, {});
    expect((await take(guestId)).status).toBe(204);
    expect(await told(scene, "dev")).toEqual([]);
    const second = await inviteDev(scene, roomId);
    expect((await take(second)).status).toBe(204);
    expect(await pushed()).toEqual([]);
    expect((await scene.ask("dev", change, { body: { wishes: { "show.push": false } } })).status).toBe(200);
    await inviteDev(scene, roomId);
    expect(await pushed()).toEqual([]);
    expect(await told(scene, "dev")).toHaveLength(1);
  });

  it.for(["blocked", "banned from the room", "muted", "ended", "turned off"])(
    "is not told where it is: %s",
    async (how, { scene }) => {
      await takesPushes(scene);
      const { roomId } = await planned(scene);
      await inviteDev(scene, roomId);
      const [ada, dev] = [scene.id.ada, scene.id.dev];
      if (how === "blocked") await db().block.create({ data: { blockerId: dev, blockedId: ada } });
      if (how === "banned from the room")
        await db().roomBan.create({ data: { roomId, personId: dev, bannedById: ada } });
      if (how === "muted") await db().notificationMute.create({ data: { personId: dev, mutedId: ada } });
      if (how === "ended") await db().room.update({ where: { id: roomId }, data: { status: "ended" } });
      if (how === "turned off") {
        const wishes = { "show.app": false, "show.push": false };
        expect((await scene.ask("dev", change, { body: { wishes } })).status).toBe(200);
      }
      expect(await told(scene, "dev")).toEqual([]);
      expect(await pushed()).toEqual([]);
    },
  );

  it("is told of by nothing where the invitation was not made", async ({ scene }) => {
    await takesPushes(scene);
    const { roomId } = await planned(scene);
    await inviteDev(scene, roomId);
    const again = await scene.ask("ada", invite, { roomId, body: { handle: await handleOf(scene, "dev") } });
    expect(again.code).toBe("bad_input");
    expect(await pushed()).toHaveLength(1);
    expect(await told(scene, "dev")).toHaveLength(1);
  });
});

describe("a member who is named to interpret an episode", () => {
  const name = async (scene: Scene, roomId: RoomId, language = "de") =>
    expect((await scene.ask("ada", assign, { roomId, personId: scene.id.dev, body: { language } })).status).toBe(204);

  it("is told once, by list, push and mail, until it is over or their name is taken back", async ({ scene }) => {
    await takesPushes(scene);
    await wantsMail(scene.id.dev);
    const { roomId } = await planned(scene);
    await name(scene, roomId);
    const news = { person: { id: scene.id.ada }, room: { id: roomId, live: false }, guest: null, show: null };
    expect(await told(scene, "dev")).toMatchObject([{ ...news, interprets: "de" }]);
    expect(await told(scene, "ada")).toEqual([]);
    const interpreting = { id: roomId, title: "Draft", language: "de" };
    expect(await pushed()).toMatchObject([{ kind: "show", name: "ada", interpreting }]);
    expect(await pushed()).toEqual([]);
    const mailed = async () => (await digestNews(scene.id.dev, FROM_ALL_TIME))?.news ?? [];
    expect(await mailed()).toMatchObject([{ kind: "show", name: "ada", interprets: "de", room: { title: "Draft" } }]);
    await name(scene, roomId, "fr");
    expect(await told(scene, "dev")).toMatchObject([{ interprets: "fr" }]);
    expect((await scene.ask("ada", endAssignment, { roomId, personId: scene.id.dev })).status).toBe(204);
    expect([await told(scene, "dev"), await pushed(), await mailed()]).toEqual([[], [], []]);
    await name(scene, roomId);
    await db().room.update({ where: { id: roomId }, data: { status: "ended", endedAt: new Date() } });
    expect([await told(scene, "dev"), await pushed(), await mailed()]).toEqual([[], [], []]);
  });

  it("is not told of what they do themselves, nor outside the room of what befalls them in it", async ({ scene }) => {
    const { roomId } = await planned(scene);
    const itself = await scene.ask("ada", assign, { roomId, personId: scene.id.ada, body: { language: "de" } });
    expect(itself.status).toBe(204);
    expect(await told(scene, "ada")).toEqual([]);
    await name(scene, roomId);
    const assignedAt = new Date(Date.now() + 60_000);
    await db().room.update({ where: { id: roomId }, data: { status: "live", liveAt: new Date() } });
    expect(await told(scene, "dev")).toMatchObject([{ interprets: "de", room: { live: true } }]);
    await db().interpreter.updateMany({ where: { roomId, personId: scene.id.dev }, data: { assignedAt } });
    expect(await told(scene, "dev")).toEqual([]);
  });
});

describe("a member who is made a host of a show", () => {
  it("is told once, also when they become more, and until they leave it", async ({ scene }) => {
    await takesPushes(scene);
    const { showId } = await planned(scene);
    await makeHost(scene, showId, "dev");
    const news = { person: { id: scene.id.ada }, room: null, guest: null };
    const show = { id: showId, slug: "night-trains", title: "Night trains" };
    expect(await told(scene, "dev")).toMatchObject([{ ...news, show: { ...show, role: "cohost" } }]);
    await makeHost(scene, showId, "dev", "host");
    expect(await told(scene, "dev")).toMatchObject([{ ...news, show: { ...show, role: "host" } }]);
    expect(await pushed()).toMatchObject([{ kind: "show", show: { ...show, role: "host" } }]);
    expect(await told(scene, "ada")).toEqual([]);
    expect((await scene.askNamed("dev", leave, { showId, personId: scene.id.dev })).status).toBe(204);
    expect(await told(scene, "dev")).toEqual([]);
  });

  it("reads of it in the mail of what they missed, as of an invitation", async ({ scene }) => {
    const { showId, roomId } = await planned(scene);
    await wantsMail(scene.id.dev);
    await inviteDev(scene, roomId);
    await makeHost(scene, showId, "dev");
    expect((await digestNews(scene.id.dev, FROM_ALL_TIME))?.news).toMatchObject([
      { kind: "show", name: "ada", show: { slug: "night-trains", role: "cohost" } },
      { kind: "show", name: "ada", room: { title: "Draft" }, show: null },
    ]);
  });
});
