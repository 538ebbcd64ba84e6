import { describe, expect } from "vitest";
import { PUT as passOn } from "@/app/api/clubs/[clubId]/founder/route";
import { POST as invite } from "@/app/api/clubs/[clubId]/invitations/route";
import { POST as join } from "@/app/api/clubs/[clubId]/membership/route";
import { GET as read } from "@/app/api/clubs/[clubId]/route";
import { POST as block, DELETE as unblock } from "@/app/api/people/[personId]/block/route";
import { MAX_CLUBS_FOUNDED } from "@/lib/domain/clubs/club";
import { eraseAccount } from "@/lib/server/account/erase-account";
import { db, hotPool } from "@/lib/server/postgres/db";
import { addClub } from "@/tests/support/scenes/at-the-door";
import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

const WAITING =
  "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";

const waiting = async (): Promise<number> => (await hotPool().query(WAITING)).rows[0].n;

/** Ben in Ada's club, who has a block with Dev, Finn and Gil: a member, one who asked, and one who is invited. */
async function clubWithBensBlocked(scene: Scene): Promise<string> {
  const { ada, ben, cleo, dev, finn, gil } = scene.id;
  const clubId = await addClub(ada);
  await db().clubMember.createMany({ data: [ben, cleo, dev].map((personId) => ({ clubId, personId })) });
  await db().clubRequest.create({ data: { clubId, personId: finn } });
  await db().clubInvitation.create({ data: { clubId, personId: gil, invitedById: ada } });
  for (const who of ["dev", "finn"] as const) await scene.ask(who, block, { personId: ben });
  await scene.ask("ben", block, { personId: gil });
  return clubId;
}

async function expectBensAlone(scene: Scene, clubId: string): Promise<void> {
  const where = { clubId, personId: { in: [scene.id.dev, scene.id.finn, scene.id.gil] } };
  expect(await db().clubMember.count({ where })).toBe(0);
  expect(await db().clubRequest.count({ where })).toBe(0);
  expect(await db().clubInvitation.count({ where })).toBe(0);
  expect((await scene.ask("cleo", read, { clubId, search: "?" })).body).toMatchObject({ role: "member" });
  await scene.ask("dev", unblock, { personId: scene.id.ben });
  expect((await scene.ask("dev", read, { clubId, search: "?" })).body).toMatchObject({ role: null, wayIn: "join" });
}

describe("a new founder", () => {
  it("leads nobody with whom they have a block, nor is asked by them", async ({ scene }) => {
    const clubId = await clubWithBensBlocked(scene);
    const body = { personId: scene.id.ben };
    expect((await scene.ask("ada", passOn, { clubId, body })).status).toBe(204);
    await expectBensAlone(scene, clubId);
  });

  it("nor where the club is left to them", async ({ scene }) => {
    const clubId = await clubWithBensBlocked(scene);
    const givenUpAt = new Date(Date.now() - 8 * 24 * 60 * 60 * 1_000);
    await db().person.update({ where: { id: scene.id.ada }, data: { givenUpAt } });
    const key = { clubId_personId: { clubId, personId: scene.id.ben } };
    await db().clubMember.update({ where: key, data: { role: "admin" } });
    await eraseAccount(scene.id.ada);
    await expectBensAlone(scene, clubId);
  });

  it("is given the last club that they may lead once, of two at the same moment", async ({ scene }) => {
    const { ada, ben, cleo } = scene.id;
    for (let place = 1; place < MAX_CLUBS_FOUNDED; place++) await addClub(ben, `club_${place}`);
    const [one, two] = [await addClub(ada, "one"), await addClub(cleo, "two")];
    for (const clubId of [one, two]) await scene.ask("ben", join, { clubId });
    const client = await hotPool().connect();
    try {
      await client.query("BEGIN");
      await client.query("SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE", [ben]);
      const body = { personId: ben };
      const given = [scene.ask("ada", passOn, { clubId: one, body }), scene.ask("cleo", passOn, { clubId: two, body })];
      await expect.poll(waiting).toBe(2);
      await client.query("COMMIT");
      const codes = (await Promise.all(given)).map(({ code }) => code).filter(Boolean);
      expect(codes).toEqual(["clubs_full"]);
    } finally {
      client.release();
    }
    expect(await db().clubMember.count({ where: { personId: ben, role: "founder" } })).toBe(MAX_CLUBS_FOUNDED);
  });
});

it("an invitation waits for the block that is being written, and then finds it", async ({ scene }) => {
  const { ada, ben, dev } = scene.id;
  const clubId = await addClub(ada);
  await db().clubMember.create({ data: { clubId, personId: ben, role: "admin" } });
  await db().clubRequest.create({ data: { clubId, personId: dev } });
  const { handle } = await db().person.findUniqueOrThrow({ where: { id: dev } });
  const client = await hotPool().connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT FROM person WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE", [[ada, dev]]);
    await client.query("INSERT INTO block (blocker_id, blocked_id) VALUES ($1, $2)", [ada, dev]);
    const invited = scene.ask("ben", invite, { clubId, body: { handle } });
    await expect.poll(waiting).toBe(1);
    await client.query("COMMIT");
    expect((await invited).status).toBe(404);
  } finally {
    client.release();
  }
  expect(await db().clubMember.count({ where: { clubId, personId: dev } })).toBe(0);
});
