import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { expect } from "vitest";
import { PUT as ban, DELETE as lift } from "@/app/api/admin/bans/[personId]/route";
import { GET as log } from "@/app/api/admin/log/route";
import { GET as people } from "@/app/api/admin/people/route";
import { DELETE as endRoom } from "@/app/api/admin/rooms/[roomId]/route";
import { GET as rooms } from "@/app/api/admin/rooms/route";
import { PUT as passOn } from "@/app/api/clubs/[clubId]/founder/route";
import { POST as write } from "@/app/api/rooms/[roomId]/chat/route";
import { GET as mine } from "@/app/api/rooms/[roomId]/mine/route";
import { POST as join } from "@/app/api/rooms/[roomId]/seat/route";
import { door } from "@/lib/server/admission/door";
import { hashOf } from "@/lib/server/callers/secrets";
import type { Handler } from "@/lib/server/http/command";
import { db, hotPool } from "@/lib/server/postgres/db";
import { addClub, addRoom } from "@/tests/support/scenes/at-the-door";
import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

type Route = (...ask: Parameters<Handler>) => ReturnType<Handler>;

it.beforeEach(async ({ scene }) => {
  await db().person.update({ where: { id: scene.id.gil }, data: { admin: true } });
});

const reason = { reason: "Sold tickets to other people's seats" };
const banCleo = (scene: Scene) => asGil(scene, ban, { personId: scene.id.cleo, body: reason });

/** By the cookie of a browser: an access token never carries an admin's power. */
async function asGil(scene: Scene, route: Route, named: { personId?: string; body?: object; search?: string } = {}) {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 60_000);
  await db().session.create({ data: { tokenHash: hashOf(token), personId: scene.id.gil, expiresAt } });
  const request = new Request(`http://localhost:3000/${named.search ?? ""}`, {
    method: named.search === undefined ? "POST" : "GET",
    headers: { cookie: `next-auth.session-token=${token}`, origin: "http://localhost:3000" },
    body: named.body && JSON.stringify(named.body),
  });
  const params = { roomId: scene.roomId, ...(named.personId && { personId: named.personId }) };
  const response = await route(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

it("whoever is no admin finds nothing at any address of the admins, and changes nothing", async ({ scene }) => {
  // Gil by an access token is no admin either.
  for (const who of ["ada", "ben", "dev", "gil"] as const) {
    expect(await scene.ask(who, ban, { personId: scene.id.cleo, body: reason })).toMatchObject({ status: 404 });
    expect(await scene.ask(who, lift, { personId: scene.id.cleo })).toMatchObject({ status: 404 });
    expect(await scene.ask(who, endRoom, { body: reason })).toMatchObject({ status: 404 });
    for (const route of [rooms, people, log])
      expect((await scene.ask(who, route, { search: "?q=a" })).status).toBe(404);
  }
  expect(await scene.seatOf("cleo")).not.toBeNull();
  expect(await db().adminEvent.count({ where: { adminId: { in: Object.values(scene.id) } } })).toBe(0);
  expect(await db().room.findUnique({ where: { id: scene.roomId } })).toMatchObject({ status: "live" });
});

it("a ban passes clubs on to whoever is there longest, and closes those that are left to nobody", async ({ scene }) => {
  const { cleo, dev, finn } = scene.id;
  const [shared, alone] = [await addClub(cleo, "shared"), await addClub(cleo, "alone")];
  await db().clubMember.createMany({
    data: [
      { clubId: shared, personId: dev, joinedAt: new Date(0) },
      { clubId: shared, personId: finn, role: "admin" },
    ],
  });
  const room = await addRoom({ createdById: cleo, kind: "members", clubId: alone });
  expect((await banCleo(scene)).status).toBe(204);
  const roles = async () => {
    const members = await db().clubMember.findMany({ where: { clubId: shared } });
    return Object.fromEntries(members.map(({ personId, role }) => [personId, role]));
  };
  expect(await roles()).toEqual({ [finn]: "founder", [cleo]: "admin", [dev]: "member" });
  expect(await db().club.findUniqueOrThrow({ where: { id: alone } })).toMatchObject({ closedAt: expect.any(Date) });
  expect(await db().room.findUniqueOrThrow({ where: { id: room } })).toMatchObject({ kind: "closed", clubId: null });
  expect((await banCleo(scene)).status).toBe(204);
  expect((await asGil(scene, lift, { personId: cleo })).status).toBe(204);
  expect(await roles()).toEqual({ [finn]: "founder", [cleo]: "admin", [dev]: "member" });
});

it("a club that is passed to somebody at the moment of their ban is theirs no longer", async ({ scene }) => {
  const { ada, cleo } = scene.id;
  for (let round = 0; round < 5; round++) {
    const clubId = await addClub(ada, `owls_${round}`);
    await db().clubMember.create({ data: { clubId, personId: cleo } });
    await Promise.all([banCleo(scene), scene.ask("ada", passOn, { clubId, body: { personId: cleo } })]);
    expect(await db().clubMember.findFirst({ where: { clubId, role: "founder" } })).toMatchObject({ personId: ada });
    await asGil(scene, lift, { personId: cleo });
  }
});

it("a ban takes back what was written, in every chat", async ({ scene }) => {
  await scene.ask("cleo", write, { body: { text: "Seats for sale" } });
  await scene.ask("dev", write, { body: { text: "No, thank you" } });
  expect((await banCleo(scene)).status).toBe(204);
  const lines = await db().chatLine.findMany({ where: { roomId: scene.roomId }, orderBy: { number: "asc" } });
  expect(lines.map(({ text }) => text)).toEqual(["", "No, thank you"]);
});

it("whoever was let through a door before the ban is put out by it, and after it no door opens", async ({ scene }) => {
  const client = await hotPool().connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT id FROM person WHERE id = $1 FOR KEY SHARE", [scene.id.eve]);
    const banned = asGil(scene, ban, { personId: scene.id.eve, body: reason });
    const seat = [uuid(), scene.roomId, scene.id.eve];
    await client.query("INSERT INTO seat (id, room_id, person_id, role) VALUES ($1, $2, $3, 'listener')", seat);
    await client.query("UPDATE room SET open_seats = open_seats + 1 WHERE id = $1", [scene.roomId]);
    await client.query("COMMIT");
    expect((await banned).status).toBe(204);
  } finally {
    client.release();
  }
  expect(await scene.seatOf("eve")).toBeNull();
  const late = await door().admit({ roomId: scene.roomId, personId: scene.id.eve, kind: "member" });
  expect(late).toMatchObject({ ok: false, refusal: "banned" });
});

it("a ban ends sessions, tokens, seat and sound before it is answered, and no door lets the person in", async ({
  scene,
  media,
}) => {
  const session = {
    tokenHash: Buffer.from(scene.id.cleo),
    personId: scene.id.cleo,
    expiresAt: new Date(Date.now() + 1e7),
  };
  await db().session.create({ data: session });
  expect(media.permission(scene.roomId, scene.id.cleo)).not.toBeNull();
  expect((await banCleo(scene)).status).toBe(204);
  expect(media.permission(scene.roomId, scene.id.cleo)).toBeNull();
  expect(await scene.seatOf("cleo")).toBeNull();
  expect(await db().session.count({ where: { personId: scene.id.cleo } })).toBe(0);
  expect(await db().accessToken.count({ where: { personId: scene.id.cleo, revokedAt: null } })).toBe(0);
  const person = await db().person.findUniqueOrThrow({ where: { id: scene.id.cleo } });
  expect(person).toMatchObject({ banReason: reason.reason });
  expect(await scene.seatOf("dev")).not.toBeNull();
  expect(media.permission(scene.roomId, scene.id.dev)).not.toBeNull();
  // A door that knows nobody by this token makes a guest of its holder, never Cleo.
  await scene.ask("cleo", join);
  expect(await scene.seatOf("cleo")).toBeNull();
  expect((await scene.ask("cleo", mine, { search: "?" })).body).toMatchObject({ seat: null });
});

it("a second ban is fine and is one ban; lifted, it is over, and the log has both with who, whom and why", async ({
  scene,
}) => {
  await banCleo(scene);
  expect((await banCleo(scene)).status).toBe(204);
  expect(await db().instanceBan.count({ where: { personId: scene.id.cleo } })).toBe(1);
  expect((await asGil(scene, lift, { personId: scene.id.cleo })).status).toBe(204);
  expect((await asGil(scene, lift, { personId: scene.id.cleo })).status).toBe(204);
  expect(await db().person.findUnique({ where: { id: scene.id.cleo } })).toMatchObject({
    bannedAt: null,
    banReason: null,
  });
  const { body } = await asGil(scene, log, { search: "?" });
  expect(body.entries.slice(0, 2)).toMatchObject([
    { type: "ban_lifted", by: { id: scene.id.gil }, whom: { id: scene.id.cleo } },
    { type: "banned", by: { id: scene.id.gil }, whom: { id: scene.id.cleo }, ...reason },
  ]);
});

it("an admin bans neither themselves nor another admin, and not without a reason", async ({ scene }) => {
  await db().person.update({ where: { id: scene.id.ada }, data: { admin: true } });
  expect(await asGil(scene, ban, { personId: scene.id.gil, body: reason })).toMatchObject({ status: 403 });
  expect(await asGil(scene, ban, { personId: scene.id.ada, body: reason })).toMatchObject({ status: 403 });
  expect(await asGil(scene, ban, { personId: scene.id.cleo, body: { reason: " " } })).toMatchObject({
    status: 422,
  });
  expect(await db().person.count({ where: { id: { in: Object.values(scene.id) }, bannedAt: { not: null } } })).toBe(0);
});

it("an admin sees every live room with its counts, and ends one with a reason that stays in the log", async ({
  scene,
}) => {
  await db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
  const seen = (await asGil(scene, rooms, { search: "?" })).body?.rooms as { id: string }[];
  expect(seen.find(({ id }) => id === scene.roomId)).toMatchObject({
    openSeats: 5,
    stageSeats: 3,
    hosts: [{ id: scene.id.ada }],
  });
  expect((await asGil(scene, endRoom, { body: reason })).status).toBe(204);
  expect(await scene.seatOf("ada")).toBeNull();
  expect((await scene.events()).at(-1)).toMatchObject({ type: "room_ended", audience: "everyone" });
  const { body } = await asGil(scene, log, { search: "?" });
  expect(body?.entries).toContainEqual(
    expect.objectContaining({ type: "room_ended", title: "Night trains", ...reason }),
  );
});

it("the log is read page by page, each entry once", async ({ scene }) => {
  const acts = Array.from({ length: 60 }, (_, number) => ({
    adminId: scene.id.gil,
    type: "room_ended",
    facts: { title: `Room ${number}`, reason: "closing time" },
  }));
  for (const act of acts) await db().adminEvent.create({ data: act });
  const first = (await asGil(scene, log, { search: "?" })).body;
  const second = (await asGil(scene, log, { search: `?before=${first?.before}` })).body;
  const titles = [...first.entries, ...second.entries].map(({ title }) => title);
  expect(titles.slice(0, 60)).toEqual(acts.map(({ facts }) => facts.title).reverse());
});

it("people are found by the beginning of their handle, with their ban", async ({ scene }) => {
  await banCleo(scene);
  const handle = `cleo_${scene.id.cleo.slice(-8)}`;
  const { body } = await asGil(scene, people, { search: `?q=@${handle}` });
  expect(body?.people).toMatchObject([{ person: { id: scene.id.cleo }, ban: reason }]);
});
