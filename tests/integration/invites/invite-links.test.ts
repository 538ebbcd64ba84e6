import { expect } from "vitest";
import { PUT as removePerson } from "@/app/api/rooms/[roomId]/bans/[personId]/route";
import { DELETE as revokeRoute } from "@/app/api/rooms/[roomId]/invite-links/[linkId]/route";
import { GET as listLinks, POST as makeLink } from "@/app/api/rooms/[roomId]/invite-links/route";
import { POST as useLink } from "@/app/api/rooms/[roomId]/invite-links/uses/route";
import { GET as mine } from "@/app/api/rooms/[roomId]/mine/route";
import { POST as acceptOffer } from "@/app/api/rooms/[roomId]/offer/route";
import { POST as join } from "@/app/api/rooms/[roomId]/seat/route";
import { DELETE as moveToAudience } from "@/app/api/rooms/[roomId]/stage/[personId]/route";
import { ADDRESS_HEADER } from "@/lib/server/callers/client-address";
import { db } from "@/lib/server/postgres/db";
import type { FreshInviteLink } from "@/lib/wire/invites/views";

import { it } from "@/tests/support/scenes/scene-test";
import { openScene, type Scene } from "@/tests/support/scenes/stage-scene";

it.beforeEach(async ({ scene }) => {
  await db().room.update({ where: { id: scene.roomId }, data: { kind: "closed" } });
});

async function linkFor(
  scene: Scene,
  role: "listener" | "speaker",
  maxUses = 1,
): Promise<{ id: string; secret: string }> {
  const made = await scene.ask("ada", makeLink, { body: { role, hours: 1, maxUses } });
  expect(made.status).toBe(201);
  const { link, url } = made.body as FreshInviteLink;
  return { id: link.id, secret: new URL(url).searchParams.get("invite") ?? "" };
}

const usesOf = async (id: string) => (await db().inviteLink.findUniqueOrThrow({ where: { id } })).uses;

const revoke = (scene: Scene, linkId: string, who: "ada" | "dev" = "ada") =>
  scene.ask(who, (request, { params }) =>
    revokeRoute(request, { params: params.then((named) => ({ ...named, linkId })) }),
  );

it("a link opens a closed room to its holder, and only its hash is kept", async ({ scene }) => {
  const { id, secret } = await linkFor(scene, "listener");
  expect(Buffer.from(secret, "base64url")).toHaveLength(24);
  const row = await db().inviteLink.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row)).not.toContain(secret);
  expect(await scene.ask("eve", join)).toMatchObject({ status: 404 });
  expect((await scene.ask("eve", join, { body: { invite: secret } })).status).toBe(200);
  expect(await usesOf(id)).toBe(1);
  expect((await scene.ask("eve", join, { body: { invite: secret } })).status).toBe(200);
  expect(await usesOf(id), "one person is one use").toBe(1);
});

it("a used-up link lets nobody else in, and hurts nobody who is in", async ({ scene }) => {
  const { secret } = await linkFor(scene, "listener");
  await scene.ask("eve", join, { body: { invite: secret } });
  expect(await scene.ask("gil", join, { body: { invite: secret } })).toMatchObject({ status: 409, code: "link_spent" });
  expect(await db().invitation.count({ where: { personId: scene.id.gil } })).toBe(0);
  expect((await scene.ask("eve", join, { body: { invite: secret } })).status).toBe(200);
});

it("of two who race for the last use one comes in, and of one person's two taps one counts", async ({ scene }) => {
  const one = await linkFor(scene, "listener");
  const answers = await Promise.all(
    (["eve", "gil"] as const).map((who) => scene.ask(who, useLink, { body: { secret: one.secret } })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
  expect(await usesOf(one.id)).toBe(1);
  const many = await linkFor(scene, "speaker", 5);
  await Promise.all([1, 2, 3, 4].map(() => scene.ask("dev", useLink, { body: { secret: many.secret } })));
  expect(await usesOf(many.id)).toBe(1);
});

it("a revoked or expired link lets nobody in, and throws nobody out", async ({ scene }) => {
  const { id, secret } = await linkFor(scene, "listener", 9);
  await scene.ask("eve", join, { body: { invite: secret } });
  expect((await revoke(scene, id)).status).toBe(204);
  expect((await revoke(scene, id)).status).toBe(204);
  const log = (await scene.events()).filter(({ type }) => type.startsWith("invite_link"));
  expect(log.map(({ type, audience }) => `${type} ${audience}`)).toEqual([
    "invite_link_made moderators",
    "invite_link_revoked moderators",
  ]);
  expect(await scene.ask("gil", join, { body: { invite: secret } })).toMatchObject({ code: "link_spent" });
  expect(await scene.seatOf("eve")).not.toBeNull();
  const late = await linkFor(scene, "listener", 9);
  await db().inviteLink.update({ where: { id: late.id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  expect(await scene.ask("gil", join, { body: { invite: late.secret } })).toMatchObject({ code: "link_spent" });
});

it("a guest comes in by a link for listeners where guests may, and never by one for speakers", async ({ scene }) => {
  const enter = (body: object) =>
    join(new Request("http://localhost:3000/", { method: "POST", body: JSON.stringify(body) }), {
      params: Promise.resolve({ roomId: scene.roomId }),
    });
  const listeners = await linkFor(scene, "listener", 5);
  const speakers = await linkFor(scene, "speaker", 5);
  expect((await enter({ invite: listeners.secret })).status).toBe(200);
  expect((await enter({ invite: speakers.secret })).status).toBe(403);
  expect((await enter({})).status).toBe(404);
  await db().room.update({ where: { id: scene.roomId }, data: { guestsAllowed: false } });
  expect((await enter({ invite: listeners.secret })).status).toBe(403);
  expect(await usesOf(listeners.id)).toBe(1);
  expect(await usesOf(speakers.id)).toBe(0);
});

it("by a link for speakers one goes on stage without being asked, and once", async ({ scene }) => {
  const { secret } = await linkFor(scene, "speaker", 5);
  const joined = await scene.ask("eve", join, { body: { invite: secret } });
  expect(joined.body?.mine).toMatchObject({ standingOffer: true, seat: { role: "listener" } });
  expect((await scene.ask("eve", acceptOffer)).status).toBe(200);
  expect((await scene.ask("eve", acceptOffer)).status).toBe(200);
  expect(await scene.seatOf("eve")).toMatchObject({ role: "speaker" });
  expect((await scene.ask("ada", moveToAudience, { personId: scene.id.eve })).status).toBe(204);
  expect((await scene.ask("eve", mine)).body).toMatchObject({ standingOffer: false });
  await scene.ask("eve", useLink, { body: { secret } });
  expect(await scene.ask("eve", acceptOffer)).toMatchObject({ code: "no_offer" });
});

it("a revoked link takes back the invitations to the stage that nobody took up, and no others", async ({ scene }) => {
  const one = await linkFor(scene, "speaker", 5);
  const other = await linkFor(scene, "speaker", 5);
  await scene.ask("eve", join, { body: { invite: one.secret } });
  await scene.ask("gil", join, { body: { invite: other.secret } });
  await revoke(scene, one.id);
  expect(await scene.ask("eve", acceptOffer)).toMatchObject({ status: 409, code: "no_offer" });
  expect(await scene.seatOf("eve")).toMatchObject({ role: "listener" });
  expect((await scene.ask("gil", acceptOffer)).status).toBe(200);
});

it("a ban stands above every link, and costs none of its uses", async ({ scene }) => {
  const { id, secret } = await linkFor(scene, "speaker", 5);
  await scene.ask("ada", removePerson, { personId: scene.id.dev, body: {} });
  expect(await scene.ask("dev", join, { body: { invite: secret } })).toMatchObject({ status: 403, code: "banned" });
  expect(await scene.ask("dev", useLink, { body: { secret } })).toMatchObject({ status: 403, code: "banned" });
  expect(await usesOf(id)).toBe(0);
});

it("only those who lead the room make, see and revoke its links; ids of other rooms answer 404", async ({
  scene,
  media,
}) => {
  const { id } = await linkFor(scene, "listener");
  expect(await scene.ask("dev", makeLink, { body: {} })).toMatchObject({ status: 403 });
  expect(await revoke(scene, id, "dev")).toMatchObject({ status: 403 });
  expect(await scene.ask("dev", listLinks, { search: "?" })).toMatchObject({ status: 404 });
  expect(await scene.ask("gil", makeLink, { body: {} })).toMatchObject({ status: 404 });
  expect((await scene.ask("ben", listLinks, { search: "?" })).body?.links).toMatchObject([
    { id, role: "listener", uses: 0, maxUses: 1, revokedAt: null, madeBy: { id: scene.id.ada } },
  ]);
  const elsewhere = await openScene(media);
  const theirs = await elsewhere.ask("ada", makeLink, { body: {} });
  const { link, url } = theirs.body as FreshInviteLink;
  expect(await revoke(scene, link.id)).toMatchObject({ status: 404 });
  const secret = new URL(url).searchParams.get("invite") ?? "";
  expect(await scene.ask("gil", join, { body: { invite: secret } })).toMatchObject({ status: 404 });
  expect(await usesOf(link.id)).toBe(0);
});

it("who tries secrets is slowed, and who holds a right one elsewhere is not", async ({ scene }) => {
  const { secret } = await linkFor(scene, "listener", 5);
  const tryFrom = (address: string, invite: string) =>
    join(
      new Request("http://localhost:3000/", {
        method: "POST",
        headers: { [ADDRESS_HEADER]: address },
        body: JSON.stringify({ invite }),
      }),
      { params: Promise.resolve({ roomId: scene.roomId }) },
    );
  const statuses = [];
  for (let guess = 0; guess < 32; guess++) statuses.push((await tryFrom("192.0.2.77", `guess${guess}`)).status);
  expect(statuses.slice(0, 30).every((status) => status === 404)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  expect((await tryFrom("192.0.2.78", secret)).status).toBe(200);
});
