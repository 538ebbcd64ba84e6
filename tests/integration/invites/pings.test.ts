import { expect } from "vitest";
import { GET as events } from "@/app/api/me/events/route";
import { GET as followers } from "@/app/api/me/followers/route";
import { DELETE as seePing } from "@/app/api/me/pings/[roomId]/route";
import { GET as myPings } from "@/app/api/me/pings/route";
import { PATCH as editMe } from "@/app/api/me/route";
import { PUT as removePerson } from "@/app/api/rooms/[roomId]/bans/[personId]/route";
import { POST as ping } from "@/app/api/rooms/[roomId]/pings/route";
import { PATCH as editRoom } from "@/app/api/rooms/[roomId]/route";
import { POST as join } from "@/app/api/rooms/[roomId]/seat/route";
import { PEOPLE_CHANNEL } from "@/lib/server/notify/ring-person";
import { EPISODE_NEWS_CHANNEL } from "@/lib/server/notify/tell-episode-news";
import { GOING_LIVE_CHANNEL } from "@/lib/server/notify/tell-going-live";
import { db } from "@/lib/server/postgres/db";
import { listen } from "@/lib/server/postgres/listen";
import type { FollowerPage } from "@/lib/wire/people/views";

import { it } from "@/tests/support/scenes/scene-test";
import type { CastName, Scene } from "@/tests/support/scenes/stage-scene";

const call = (scene: Scene, who: CastName, whom: CastName) =>
  scene.ask(who, ping, { body: { personId: scene.id[whom] } });
const pingsOf = async (scene: Scene, who: CastName) => (await scene.ask(who, myPings, { search: "?" })).body?.pings;
const become = (scene: Scene, kind: "open" | "social" | "closed") =>
  db().room.update({ where: { id: scene.roomId }, data: { kind } });

it("a called person finds who wants them where, until they put it away; called twice they are told once", async ({
  scene,
}) => {
  expect((await call(scene, "dev", "eve")).status).toBe(204);
  expect((await call(scene, "cleo", "eve")).status).toBe(204);
  expect(await pingsOf(scene, "eve")).toMatchObject([{ room: { id: scene.roomId }, by: { id: scene.id.dev } }]);
  expect(await pingsOf(scene, "gil")).toEqual([]);
  expect((await scene.ask("eve", seePing)).status).toBe(204);
  expect(await pingsOf(scene, "eve")).toEqual([]);
  expect((await call(scene, "ada", "eve")).status).toBe(204);
  expect(await pingsOf(scene, "eve")).toEqual([]);
  expect(await scene.ask("gil", seePing)).toMatchObject({ status: 404 });
});

it("a call reaches an open page at once, and nobody else's", async ({ scene }) => {
  for (const channel of [PEOPLE_CHANNEL, GOING_LIVE_CHANNEL, EPISODE_NEWS_CHANNEL])
    await new Promise<void>((heard) => listen(channel, (payload) => payload === null && heard()));
  const open = async (who: CastName) => {
    let answer = new Response();
    await scene.ask(who, async (request, _) => {
      answer = await events(request);
      return new Response(null, { status: 204 });
    });
    if (!answer.body) throw new Error("no stream");
    return answer.body.pipeThrough(new TextDecoderStream()).getReader();
  };
  const [eve, gil] = [await open("eve"), await open("gil")];
  expect((await eve.read()).value).toContain("retry");
  expect((await gil.read()).value).toContain("retry");
  const heardByGil: string[] = [];
  const gilListens = gil.read().then(({ value }) => value && heardByGil.push(value));
  await call(scene, "ada", "eve");
  expect((await eve.read()).value).toBe('data: {"reread":"pings"}\n\n');
  await gil.cancel();
  await gilListens;
  expect(heardByGil).toEqual([]);
  await eve.cancel();
});

it("who asked for quiet is called by nobody, and a barred person looks the same", async ({ scene }) => {
  expect((await scene.ask("eve", editMe, { body: { quiet: true } })).status).toBe(200);
  expect(await call(scene, "ada", "eve")).toMatchObject({ status: 409, code: "wants_quiet" });
  await scene.ask("ada", removePerson, { personId: scene.id.finn, body: {} });
  expect(await call(scene, "dev", "finn")).toMatchObject({ status: 409, code: "wants_quiet" });
  expect(await db().ping.count({ where: { roomId: scene.roomId } })).toBe(0);
  await scene.ask("eve", editMe, { body: { quiet: false } });
  expect((await call(scene, "ada", "eve")).status).toBe(204);
});

it("twenty calls an hour, then none", async ({ scene }) => {
  const statuses = [];
  for (let calls = 0; calls < 21; calls++) statuses.push((await call(scene, "dev", "eve")).status);
  expect(statuses.slice(0, 20).every((status) => status === 204)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  expect((await call(scene, "cleo", "gil")).status).toBe(204);
});

it("in a closed room only those call who lead it, and the call is the key", async ({ scene }) => {
  await become(scene, "closed");
  expect(await call(scene, "dev", "eve")).toMatchObject({ status: 403 });
  expect(await call(scene, "gil", "eve")).toMatchObject({ status: 404 });
  expect(await scene.ask("eve", join)).toMatchObject({ status: 404 });
  expect((await call(scene, "ben", "eve")).status).toBe(204);
  expect((await scene.ask("eve", join)).status).toBe(200);
});

it("guests, the unknown and oneself are not called", async ({ scene }) => {
  await db().person.update({ where: { id: scene.id.gil }, data: { kind: "guest", handle: null } });
  expect(await call(scene, "ada", "gil")).toMatchObject({ status: 404 });
  expect(await scene.ask("ada", ping, { body: { personId: scene.roomId } })).toMatchObject({ status: 404 });
  expect(await call(scene, "ada", "ada")).toMatchObject({ status: 403 });
});

it("a room made closed throws nobody out, and one made open lets everyone in at once", async ({ scene }) => {
  expect((await scene.ask("ada", editRoom, { body: { kind: "closed" } })).status).toBe(200);
  expect(await scene.seatOf("dev")).not.toBeNull();
  expect((await scene.ask("dev", join)).status).toBe(200);
  expect(await scene.ask("eve", join)).toMatchObject({ status: 404 });
  await scene.ask("ada", editRoom, { body: { kind: "open" } });
  expect((await scene.ask("eve", join)).status).toBe(200);
});

it("with guests switched off those inside stay, and no others come", async ({ scene }) => {
  await db().person.update({ where: { id: scene.id.dev }, data: { kind: "guest", handle: null } });
  await db().person.update({ where: { id: scene.id.gil }, data: { kind: "guest", handle: null } });
  await scene.ask("ada", editRoom, { body: { guestsAllowed: false } });
  expect(await scene.seatOf("dev")).not.toBeNull();
  expect((await scene.ask("dev", join)).status).toBe(200);
  expect(await scene.ask("gil", join)).toMatchObject({ status: 403, code: "guests_not_allowed" });
});

it("a social room asks whom its moderators of now follow", async ({ scene }) => {
  await become(scene, "social");
  const follow = (follower: CastName) =>
    db().follow.create({ data: { followerId: scene.id[follower], followeeId: scene.id.eve } });
  await follow("cleo");
  expect(await scene.ask("eve", join)).toMatchObject({ status: 403, code: "not_allowed" });
  await follow("ben");
  await db().seat.updateMany({ where: { roomId: scene.roomId, personId: scene.id.ben }, data: { role: "speaker" } });
  expect(await scene.ask("eve", join), "who led it before counts no more").toMatchObject({ status: 403 });
  await db().seat.updateMany({ where: { roomId: scene.roomId, personId: scene.id.ben }, data: { role: "moderator" } });
  expect((await scene.ask("eve", join)).status).toBe(200);
});

it("followers are found by how handle or name begins, a page at a time, and nobody else is", async ({ scene }) => {
  for (const name of ["eve", "gil", "dev"] as const)
    await db().follow.create({ data: { followerId: scene.id[name], followeeId: scene.id.ada } });
  await db().person.update({ where: { id: scene.id.gil }, data: { name: "Émile 100%" } });
  const find = async (search: string) => {
    const page = (await scene.ask("ada", followers, { search })).body as FollowerPage;
    return page.people.map(({ id }) => id);
  };
  expect((await find("?q=")).toSorted()).toEqual([scene.id.eve, scene.id.gil, scene.id.dev].toSorted());
  expect(await find("?q=EV")).toEqual([scene.id.eve]);
  expect(await find("?q=%40eve_")).toEqual([scene.id.eve]);
  expect(await find("?q=%C3%A9mile")).toEqual([scene.id.gil]);
  expect(await find("?q=%25")).toEqual([]);
  expect(await find("?q=finn")).toEqual([]);
});
