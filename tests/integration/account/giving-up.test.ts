import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { GET as find } from "@/app/api/admin/people/route";
import { DELETE as giveUp, PUT as keep } from "@/app/api/me/route";
import { POST as follow } from "@/app/api/people/[personId]/follow/route";
import { GET as profileOf } from "@/app/api/people/[personId]/route";
import { GET as chat, POST as write } from "@/app/api/rooms/[roomId]/chat/route";
import { POST as ping } from "@/app/api/rooms/[roomId]/pings/route";
import { POST as join } from "@/app/api/rooms/[roomId]/seat/route";
import { POST as openRoom } from "@/app/api/rooms/route";
import { accountsToErase, eraseAccount } from "@/lib/server/account/erase-account";
import { door } from "@/lib/server/admission/door";
import { hashOf } from "@/lib/server/callers/secrets";
import type { Handler } from "@/lib/server/http/command";
import { db, hotPool } from "@/lib/server/postgres/db";
import { followedNow } from "@/lib/server/queries/hallway/followed-now";
import { liveRooms } from "@/lib/server/queries/hallway/live-rooms";
import { facesOf } from "@/lib/server/queries/people/faces-of";
import { followList } from "@/lib/server/queries/people/follow-list";
import { myFollowers } from "@/lib/server/queries/people/my-followers";
import { profile } from "@/lib/server/queries/people/profile";
import { readRoomView } from "@/lib/server/queries/rooms/read-room-view";
import { eraseAccounts, finishGoing } from "@/lib/worker/leavers";
import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

type Route = (...ask: Parameters<Handler>) => ReturnType<Handler>;

/** A browser of theirs: an access token may not give an account up. */
async function sessionOf(scene: Scene, who: CastName): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 60_000);
  await db().session.create({ data: { tokenHash: hashOf(token), personId: scene.id[who], expiresAt } });
  return token;
}

async function by(token: string, route: Route, params: Record<string, string> = {}): Promise<number> {
  const headers = { cookie: `next-auth.session-token=${token}`, origin: "http://localhost:3000" };
  const request = new Request("http://localhost:3000/", { method: "POST", headers });
  return (await route(request, { params: Promise.resolve(params) })).status;
}

const eightDaysAgo = () => new Date(Date.now() - 8 * 24 * 60 * 60 * 1_000);

const weekIsOver = (scene: Scene, who: CastName) =>
  db().person.update({ where: { id: scene.id[who] }, data: { givenUpAt: eightDaysAgo() } });

it.beforeEach(async ({ scene }) => {
  await db().barredIdentity.deleteMany();
  await db().follow.createMany({
    data: [
      { followerId: scene.id.cleo, followeeId: scene.id.dev },
      { followerId: scene.id.dev, followeeId: scene.id.cleo },
      { followerId: scene.id.finn, followeeId: scene.id.cleo },
    ],
  });
});

it("an access token gives no account up", async ({ scene }) => {
  await expect(scene.ask("cleo", giveUp)).resolves.toMatchObject({ status: 403, code: "not_allowed" });
  expect(await scene.seatOf("cleo")).not.toBeNull();
});

it("giving up ends seat, sound, other sessions and tokens before the answer; the present session keeps nothing but the way back", async ({
  scene,
  media,
}) => {
  const [here, elsewhere] = [await sessionOf(scene, "cleo"), await sessionOf(scene, "cleo")];
  expect(await by(here, giveUp)).toBe(200);
  expect(await scene.seatOf("cleo")).toBeNull();
  expect(media.permission(scene.roomId, scene.id.cleo)).toBeNull();
  expect(await db().accessToken.count({ where: { personId: scene.id.cleo, revokedAt: null } })).toBe(0);
  expect(await by(elsewhere, keep)).toBe(404);
  expect(await by(here, follow, { personId: scene.id.dev })).toBe(401);
  expect(await by(here, giveUp)).toBe(401);
  expect(await scene.seatOf("dev")).not.toBeNull();
  expect(await by(here, keep)).toBe(204);
  expect(await by(here, follow, { personId: scene.id.dev })).toBe(200);
});

it("a host who gives up hands over to the next in line, as one who leaves", async ({ scene }) => {
  expect(await by(await sessionOf(scene, "ada"), giveUp)).toBe(200);
  expect(await scene.seatOf("ben")).toMatchObject({ role: "host" });
  expect((await scene.events()).filter(({ type }) => type === "handed_over")).toMatchObject([
    { facts: { toId: scene.id.ben, reason: "host_left" } },
  ]);
});

/** What each reader tells Dev of Cleo, as JSON. */
const READERS: Record<string, (scene: Scene) => Promise<unknown>> = {
  "a profile by handle": async ({ id }) => {
    const { handle } = await db().person.findUniqueOrThrow({ where: { id: id.cleo } });
    return profile({ id: id.dev }, { handle: handle ?? "nobody" });
  },
  "a profile by id": async (scene) => {
    const { status, body } = await scene.ask("dev", profileOf, { personId: scene.id.cleo, search: "?" });
    return status === 404 ? null : body;
  },
  "the list of followers": ({ id }) => followList(id.dev, { id: id.dev, withheld: false }, "followers", null),
  "the list of followed": ({ id }) => followList(id.dev, { id: id.dev, withheld: false }, "following", null),
  "my followers": ({ id }) => myFollowers({ id: id.dev }, "", null),
  "my followers, searched": ({ id }) => myFollowers({ id: id.dev }, "cleo", null),
  "whom I follow, now": ({ id }) => followedNow({ id: id.dev }),
  "the hallway": ({ id }) => liveRooms({ id: id.dev }),
  "a room": ({ roomId }) => readRoomView(roomId),
  "a room's chat": async (scene) => (await scene.ask("dev", chat, { search: "?" })).body,
  "faces by id": ({ id }) => facesOf([id.cleo]),
};

it("no reader names whoever gave up, and each does again once the account is kept", async ({ scene }) => {
  await scene.ask("cleo", write, { body: { text: "Mind the gap" } });
  const told = async () => {
    const answers = await Promise.all(
      Object.entries(READERS).map(async ([name, read]) => [name, JSON.stringify(await read(scene))] as const),
    );
    return answers.filter(([, text]) => /cleo|Mind the gap/i.test(text)).map(([name]) => name);
  };
  expect(await told()).toEqual(Object.keys(READERS));
  const here = await sessionOf(scene, "cleo");
  await by(here, giveUp);
  expect(await told()).toEqual([]);
  expect(await facesOf([scene.id.cleo])).toMatchObject([{ isGone: true, handle: null }]);
  await by(here, keep);
  // The seat does not come back; where they sit is told by these alone.
  const seats = ["whom I follow, now", "the hallway", "a room"];
  expect(await told()).toEqual(Object.keys(READERS).filter((name) => !seats.includes(name)));
});

it("whoever gave up counts among nobody's followers or followed, and is back in both when they keep the account", async ({
  scene,
}) => {
  const counts = async () => {
    const { handle } = await db().person.findUniqueOrThrow({ where: { id: scene.id.dev } });
    const dev = await profile(null, { handle: handle ?? "" });
    return [dev?.followers, dev?.following];
  };
  expect(await counts()).toEqual([1, 1]);
  const here = await sessionOf(scene, "cleo");
  await by(here, giveUp);
  expect(await counts()).toEqual([0, 0]);
  await by(here, keep);
  expect(await counts()).toEqual([1, 1]);
  await expect(profile({ id: scene.id.dev }, { id: scene.id.cleo })).resolves.toMatchObject({
    followers: 2,
    following: 1,
    followedByMe: true,
    followsMe: true,
  });
});

it("nobody follows, pings or finds whoever gave up, not even an admin", async ({ scene }) => {
  await by(await sessionOf(scene, "cleo"), giveUp);
  expect(await scene.ask("dev", follow, { personId: scene.id.cleo })).toMatchObject({ status: 404 });
  expect(await scene.ask("ada", ping, { body: { personId: scene.id.cleo } })).toMatchObject({ status: 404 });
  await db().person.update({ where: { id: scene.id.gil }, data: { admin: true } });
  const headers = { cookie: `next-auth.session-token=${await sessionOf(scene, "gil")}` };
  const answer = await find(new Request("http://localhost:3000/?q=cleo", { headers }), { params: Promise.resolve({}) });
  expect(await answer.json()).toEqual({ people: [] });
});

it("whoever a door let in before they gave up is out after it, and no door opens again", async ({ scene }) => {
  const here = await sessionOf(scene, "eve");
  const client = await hotPool().connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT id FROM person WHERE id = $1 FOR KEY SHARE", [scene.id.eve]);
    const gone = by(here, giveUp);
    await client.query("INSERT INTO seat (id, room_id, person_id, role) VALUES ($1, $2, $3, 'listener')", [
      uuid(),
      scene.roomId,
      scene.id.eve,
    ]);
    await client.query("UPDATE room SET open_seats = open_seats + 1 WHERE id = $1", [scene.roomId]);
    await client.query("COMMIT");
    expect(await gone).toBe(200);
  } finally {
    client.release();
  }
  expect(await scene.seatOf("eve")).toBeNull();
  const late = await door().admit({ roomId: scene.roomId, personId: scene.id.eve, kind: "member" });
  expect(late).toMatchObject({ ok: false, refusal: "banned" });
});

it("many who join and give up at once leave no seat behind, and the room counts right", async ({ scene }) => {
  const people = await Promise.all(
    Array.from({ length: 12 }, (_, place) =>
      db().person.create({
        data: { kind: "member", handle: `many_${place}_${uuid().slice(-8)}`, name: "x", portraitSeed: 1 },
      }),
    ),
  );
  await Promise.all(
    people.map(async ({ id }) => {
      const token = randomBytes(32).toString("base64url");
      await db().session.create({
        data: { tokenHash: hashOf(token), personId: id, expiresAt: new Date(Date.now() + 60_000) },
      });
      await Promise.all([by(token, join, { roomId: scene.roomId }), by(token, giveUp)]);
    }),
  );
  const ids = people.map(({ id }) => id);
  expect(await db().seat.count({ where: { personId: { in: ids }, closedAt: null } })).toBe(0);
  const open = await db().seat.count({ where: { roomId: scene.roomId, closedAt: null } });
  await expect(db().room.findUnique({ where: { id: scene.roomId } })).resolves.toMatchObject({ openSeats: open });
});

it("a process that died over it is followed by one that finishes", async ({ scene, media }) => {
  await db().person.update({ where: { id: scene.id.cleo }, data: { givenUpAt: new Date() } });
  await finishGoing();
  expect(await scene.seatOf("cleo")).toBeNull();
  expect(media.permission(scene.roomId, scene.id.cleo)).toBeNull();
  await finishGoing();
  await expect(db().person.findUnique({ where: { id: scene.id.cleo } })).resolves.toMatchObject({
    outEverywhereAt: expect.any(Date),
  });
});

it("within the week nothing is erased; after it nobody keeps the account, and nothing of it is left but its place", async ({
  scene,
}) => {
  await db().person.update({
    where: { id: scene.id.cleo },
    data: { email: "cleo@example.org", bio: "Trains", languages: ["de"] },
  });
  await db().oAuthAccount.create({
    data: { provider: "github", providerAccountId: uuid(), personId: scene.id.cleo },
  });
  await scene.ask("cleo", write, { body: { text: "Mind the gap" } });
  const { handle } = await db().person.findUniqueOrThrow({ where: { id: scene.id.cleo } });
  const here = await sessionOf(scene, "cleo");
  await by(here, giveUp);
  expect(await accountsToErase()).not.toContain(scene.id.cleo);
  await weekIsOver(scene, "cleo");
  expect(await by(here, keep)).toBe(404);
  await eraseAccounts();
  await eraseAccount(scene.id.cleo);
  expect(await accountsToErase()).toEqual([]);

  await expect(db().person.findUnique({ where: { id: scene.id.cleo } })).resolves.toMatchObject({
    name: "",
    handle: null,
    email: null,
    bio: "",
    languages: [],
    portraitSeed: 0,
    erasedAt: expect.any(Date),
  });
  const personId = scene.id.cleo;
  expect(await db().follow.count({ where: { OR: [{ followerId: personId }, { followeeId: personId }] } })).toBe(0);
  expect(await db().session.count({ where: { personId } })).toBe(0);
  expect(await db().accessToken.count({ where: { personId } })).toBe(0);
  expect(await db().oAuthAccount.count({ where: { personId } })).toBe(0);
  await expect(db().chatLine.findMany({ where: { personId } })).resolves.toMatchObject([{ text: "" }]);
  await expect(db().givenUpHandle.findUnique({ where: { handle: handle ?? "" } })).resolves.toMatchObject({ personId });
  expect(JSON.stringify((await scene.events()).map(({ facts }) => facts))).not.toContain('"cleo"');
  expect(await db().seat.count({ where: { personId } })).toBe(1);
  expect(await db().room.count({ where: { id: scene.roomId, status: "live" } })).toBe(1);
});

it("a room is not opened by somebody who gives up at the same moment", async ({ scene }) => {
  const here = await sessionOf(scene, "dev");
  await by(here, giveUp);
  expect(await by(here, openRoom)).toBe(401);
  expect(await db().room.count({ where: { createdById: scene.id.dev } })).toBe(0);
});
