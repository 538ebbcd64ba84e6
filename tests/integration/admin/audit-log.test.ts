import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect } from "vitest";
import { PUT as ban, DELETE as lift } from "@/app/api/admin/bans/[personId]/route";
import { GET as log } from "@/app/api/admin/log/route";
import { PUT as judge } from "@/app/api/admin/reports/[caseId]/appeals/[appealId]/route";
import { PUT as decide } from "@/app/api/admin/reports/[caseId]/decision/route";
import { DELETE as endRoom } from "@/app/api/admin/rooms/[roomId]/route";
import { writeAdminEvent } from "@/lib/server/acts/write-admin-event";
import { hashOf } from "@/lib/server/callers/secrets";
import type { Handler } from "@/lib/server/http/command";
import { db, hotPool } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { auditState } from "@/lib/server/queries/admin/audit-state";
import { ADMIN_ACTS, type AdminLogPage } from "@/lib/wire/admin/views";
import { asAdmin, report } from "@/tests/support/scenes/reports";
import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

type Route = (...ask: Parameters<Handler>) => ReturnType<Handler>;

/** Undoes and redoes rows as only who owns the database can. */
async function asOwner(sql: string): Promise<void> {
  const client = await hotPool().connect();
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);
  } finally {
    client.release();
  }
}

beforeEach(() => asOwner("DELETE FROM admin_event; UPDATE audit_head SET seq = 0, hash = ''"));

async function asGil(scene: Scene, route: Route, named: { personId?: string; body?: object } = {}) {
  await db().person.update({ where: { id: scene.id.gil }, data: { admin: true } });
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 60_000);
  await db().session.create({ data: { tokenHash: hashOf(token), personId: scene.id.gil, expiresAt } });
  const body = named.body && JSON.stringify(named.body);
  const headers = { cookie: `next-auth.session-token=${token}`, origin: "http://localhost:3000" };
  const request = new Request("http://localhost:3000/", { method: body ? "POST" : "GET", headers, body });
  const { roomId } = scene;
  const answer = await route(request, { params: Promise.resolve({ roomId, personId: named.personId ?? "" }) });
  const text = await answer.text();
  return { status: answer.status, body: text ? JSON.parse(text) : null };
}

const reason = "Sold tickets to other people's seats";

const reportCleo = async (scene: Scene) =>
  report(scene, "dev", {
    address: `/people/${(await db().person.findUniqueOrThrow({ where: { id: scene.id.cleo } })).handle}`,
  });

/** Every act of the list, how it is done, and what its entry says. A new act without a line here fails by its type. */
const ACTS: Record<
  (typeof ADMIN_ACTS)[number],
  { act: (scene: Scene) => Promise<unknown>; says: (scene: Scene) => object }
> = {
  banned: {
    act: ({ ...scene }) => asGil(scene, ban, { personId: scene.id.cleo, body: { reason } }),
    says: ({ id }) => ({ facts: { personId: id.cleo, reason }, before: { banned: false }, after: { banned: true } }),
  },
  ban_lifted: {
    act: async (scene) => {
      await db().instanceBan.create({ data: { personId: scene.id.cleo, bannedById: scene.id.gil, reason } });
      return asGil(scene, lift, { personId: scene.id.cleo, body: {} });
    },
    says: ({ id }) => ({ facts: { personId: id.cleo }, before: { banned: true }, after: { banned: false } }),
  },
  room_ended: {
    act: (scene) => asGil(scene, endRoom, { body: { reason } }),
    says: ({ roomId }) => ({ facts: { roomId, reason }, before: { status: "live" }, after: { status: "ended" } }),
  },
  case_decided: {
    act: async (scene) =>
      asAdmin(scene, "gil", decide, {
        ...(await reportCleo(scene)),
        body: { ground: "spam", measure: "none", words: reason },
      }),
    says: ({ id }) => ({ facts: { personId: id.cleo, reason }, before: { measure: null }, after: { measure: "none" } }),
  },
  appeal_decided: {
    act: async (scene) => {
      const { caseId } = await reportCleo(scene);
      await db().reportCase.update({
        where: { id: caseId },
        data: { decidedAt: new Date(), ground: "spam", measure: "none" },
      });
      const { id: appealId } = await db().appeal.create({ data: { caseId, side: "affected", text: "no" } });
      return asAdmin(scene, "gil", judge, { caseId, appealId, body: { upheld: true, words: reason } });
    },
    says: ({ id }) => ({ facts: { personId: id.cleo, reason }, before: { upheld: null }, after: { upheld: true } }),
  },
  admin_made: {
    act: ({ id }) =>
      inTransaction((tx) =>
        writeAdminEvent(
          tx,
          null,
          "admin_made",
          { personId: id.eve },
          { before: { admin: false }, after: { admin: true } },
        ),
      ),
    says: ({ id }) => ({
      adminId: null,
      facts: { personId: id.eve },
      before: { admin: false },
      after: { admin: true },
    }),
  },
};

describe("the admins' log", () => {
  it.for(ADMIN_ACTS)(
    "has one entry of an act that is done, with before and after, however often it is sent: %s",
    async (name, { scene }) => {
      await ACTS[name].act(scene);
      const entries = await db().adminEvent.findMany();
      expect(entries).toMatchObject([{ type: name, seq: 1n, ...ACTS[name].says(scene) }]);
      if (name === "banned" || name === "room_ended") {
        await ACTS[name].act(scene);
        expect(await db().adminEvent.count()).toBe(1);
      }
      expect(await auditState(null)).toMatchObject({ entries: 1, brokenAt: null });
    },
  );

  it("is read with what an act changed", async ({ scene }) => {
    await ACTS.banned.act(scene);
    await ACTS.admin_made.act(scene);
    const { entries } = (await asGil(scene, log)).body as AdminLogPage;
    expect(entries).toMatchObject([
      { type: "admin_made", by: null, before: { admin: false }, after: { admin: true } },
      { type: "banned", by: { id: scene.id.gil }, before: { banned: false }, after: { banned: true } },
    ]);
  });

  it("is changed, emptied and cut by nobody who asks through the application", async ({ scene }) => {
    await ACTS.banned.act(scene);
    const refused = /only added to/;
    const { id } = await db().adminEvent.findFirstOrThrow();
    await expect(db().adminEvent.update({ where: { id }, data: { type: "room_ended" } })).rejects.toThrow(refused);
    await expect(db().adminEvent.deleteMany()).rejects.toThrow(refused);
    for (const table of ["admin_event", "audit_head"]) {
      await expect(db().$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow(refused);
      await expect(db().$executeRawUnsafe(`TRUNCATE ${table}`)).rejects.toThrow(refused);
    }
    expect(await db().adminEvent.findMany()).toMatchObject([{ id, type: "banned" }]);
  });

  it("numbers acts of one moment one after the other, and none that came to nothing", async ({ scene }) => {
    const write = (number: number) =>
      inTransaction(async (tx) => {
        await writeAdminEvent(tx, scene.id.gil, "banned", { reason: `${number}` }, { before: {}, after: {} });
        if (number % 3 === 0) throw new Error("not to be");
      });
    await Promise.allSettled(Array.from({ length: 12 }, (_, number) => write(number)));
    const entries = await db().adminEvent.findMany({ orderBy: { seq: "asc" } });
    expect(entries.map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await auditState(null)).toMatchObject({ entries: 8, brokenAt: null });
  });
});

describe("whoever owns the database and rewrites the log", () => {
  const five = async (scene: Scene): Promise<string> => {
    for (let number = 0; number < 5; number++)
      await inTransaction((tx) =>
        writeAdminEvent(tx, scene.id.gil, "banned", { reason: `${number}` }, { before: {}, after: {} }),
      );
    return (await auditState(null)).head;
  };

  it.for([
    ["changed", `UPDATE admin_event SET facts = '{"reason": "none"}' WHERE seq = 3`, 3],
    ["moved in time", "UPDATE admin_event SET at = at - interval '1 day' WHERE seq = 2", 2],
    ["given to somebody else", "UPDATE admin_event SET admin_id = NULL WHERE seq = 4", 4],
    ["left out", "DELETE FROM admin_event WHERE seq = 3", 4],
    [
      "left out, and the others moved up",
      "DELETE FROM admin_event WHERE seq = 3; UPDATE admin_event SET seq = seq - 1 WHERE seq > 3",
      3,
    ],
    ["cut off at the end", "DELETE FROM admin_event WHERE seq = 5", 5],
  ] as const)("is found out where an entry is %s", async ([, sql, at], { scene }) => {
    await five(scene);
    await asOwner(sql);
    expect(await auditState(null)).toMatchObject({ brokenAt: at });
  });

  it("is found out by a hash that was kept elsewhere, also where all of the chain is new", async ({ scene }) => {
    const kept = await five(scene);
    expect(await auditState(kept)).toMatchObject({ brokenAt: null, holds: true });
    await asOwner("DELETE FROM admin_event; UPDATE audit_head SET seq = 0, hash = ''");
    await five(scene);
    expect(await auditState(kept)).toMatchObject({ brokenAt: null, holds: false });
  });
});
