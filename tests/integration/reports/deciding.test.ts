import { v7 as uuid } from "uuid";
import { beforeEach, describe, expect } from "vitest";
import { PUT as judge } from "@/app/api/admin/reports/[caseId]/appeals/[appealId]/route";
import { PUT as take } from "@/app/api/admin/reports/[caseId]/assignee/route";
import { PUT as decide } from "@/app/api/admin/reports/[caseId]/decision/route";
import { POST as note } from "@/app/api/admin/reports/[caseId]/notes/route";
import { GET as readCase } from "@/app/api/admin/reports/[caseId]/route";
import { GET as queue } from "@/app/api/admin/reports/route";
import { POST as appealRoute } from "@/app/api/decisions/[key]/appeal/route";
import { GET as readDecision } from "@/app/api/decisions/[key]/route";
import { POST as write } from "@/app/api/rooms/[roomId]/chat/route";
import { APPEAL_DAYS } from "@/lib/domain/reports/report";
import { eraseAccount } from "@/lib/server/account/erase-account";
import { decisionKey } from "@/lib/server/callers/decision-key";
import { db } from "@/lib/server/postgres/db";
import { myNotifications } from "@/lib/server/queries/notifications/my-notifications";
import { unreadNotifications } from "@/lib/server/queries/notifications/unread-notifications";
import { transparency } from "@/lib/server/queries/reports/transparency";
import { dropEvidence } from "@/lib/server/reports/drop-evidence";
import { tellDecisions } from "@/lib/server/reports/tell-decisions";
import type { DecisionView, ReportCaseView } from "@/lib/wire/reports/views";
import { asAdmin, ofKey, REPORT, report, reportAsNobody } from "@/tests/support/scenes/reports";
import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

const DAY_MS = 24 * 60 * 60_000;
const WORDS = "It insults people, which our rules forbid.";
const decision = (measure: string, ground = "harassment") => ({ ground, measure, words: WORDS });

beforeEach(async () => {
  await db().reportCase.deleteMany();
  await db().devLetter.deleteMany();
});

const aboutCleo = async (scene: Scene) => ({
  address: `/people/${(await db().person.findUniqueOrThrow({ where: { id: scene.id.cleo } })).handle}`,
});

async function page(key: string): Promise<DecisionView | null> {
  const answer = await readDecision(new Request("http://localhost:3000/"), { params: Promise.resolve({ key }) });
  return answer.status === 200 ? ((await answer.json()) as DecisionView) : null;
}

async function appeal(key: string, text = "That is not what was said.") {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ text }) };
  const answer = await appealRoute(new Request("http://localhost:3000/", init), { params: Promise.resolve({ key }) });
  return answer.status;
}

const appealOf = async (caseId: string, side: "reporter" | "affected") =>
  (await db().appeal.findFirstOrThrow({ where: { caseId, side } })).id;

describe("a case", () => {
  it("is read, taken, noted and decided by admins alone", async ({ scene }) => {
    const { caseId } = await report(scene, "dev", await aboutCleo(scene));
    for (const who of ["ada", "cleo", "dev"] as const) {
      const named = { caseId };
      for (const route of [queue, readCase])
        expect((await scene.askNamed(who, route, named, undefined)).status).toBe(404);
      expect((await scene.askNamed(who, take, named, {})).status).toBe(404);
      expect((await scene.askNamed(who, note, named, { text: "x" })).status).toBe(404);
      expect((await scene.askNamed(who, decide, named, decision("banned"))).status).toBe(404);
      const judged = { upheld: true, words: "x" };
      expect((await scene.askNamed(who, judge, { ...named, appealId: uuid() }, judged)).status).toBe(404);
    }
    expect((await asAdmin(scene, "gil", take, { caseId, body: {} })).status).toBe(204);
    expect((await asAdmin(scene, "gil", note, { caseId, body: { text: "Looks bad" } })).status).toBe(204);
    expect((await asAdmin(scene, "gil", readCase, { caseId })).body).toMatchObject({
      assignedTo: { id: scene.id.gil },
      notes: [{ text: "Looks bad" }],
      filed: [{ by: { id: scene.id.dev }, text: REPORT.text }],
      measures: ["none", "warned", "profile_reset", "banned"],
    });
  });

  it("is decided once, with a measure that is of its kind, and both sides read it on pages of their own", async ({
    scene,
  }) => {
    const { caseId, key } = await report(scene, "dev", await aboutCleo(scene));
    const affected = decisionKey("affected", caseId);
    expect(await page(affected), "before it is decided there is nothing to tell them").toBeNull();
    const put = (measure: string) => asAdmin(scene, "gil", decide, { caseId, body: decision(measure) });
    expect((await put("room_ended")).code).toBe("bad_input");
    expect((await put("warned")).status).toBe(204);
    expect((await put("banned")).code).toBe("already_decided");
    expect(await db().person.findUniqueOrThrow({ where: { id: scene.id.cleo } })).toMatchObject({ bannedAt: null });
    const told = {
      decision: { measure: "warned", ground: "harassment", words: WORDS },
      mayAppeal: true,
      state: "decided",
    };
    expect(await page(key)).toMatchObject({ side: "reporter", report: { text: REPORT.text }, ...told });
    const theirs = await page(affected);
    expect(theirs).toMatchObject({ side: "affected", report: null, ...told });
    const dev = await db().person.findUniqueOrThrow({ where: { id: scene.id.dev } });
    for (const hidden of [dev.id, dev.handle ?? "", dev.name, REPORT.text])
      expect(JSON.stringify(theirs)).not.toContain(hidden);
  });

  it.for(["banned", "room_ended", "message_deleted", "profile_reset"] as const)(
    "carries out what it says, and says it in the log: %s",
    async (measure, { scene }) => {
      await db().person.update({ where: { id: scene.id.cleo }, data: { bio: "Seats for sale" } });
      await scene.ask("cleo", write, { body: { text: "Seats for sale" } });
      const { number } = await db().chatLine.findFirstOrThrow({ where: { roomId: scene.roomId, deletedAt: null } });
      const address = `/rooms/${scene.roomId}`;
      const about = {
        banned: await aboutCleo(scene),
        profile_reset: await aboutCleo(scene),
        room_ended: { address },
        message_deleted: { address, message: Number(number) },
      }[measure];
      const { caseId } = await report(scene, "dev", about);
      expect((await asAdmin(scene, "gil", decide, { caseId, body: decision(measure) })).status).toBe(204);
      const [cleo, line, room] = await Promise.all([
        db().person.findUniqueOrThrow({ where: { id: scene.id.cleo } }),
        db().chatLine.findFirstOrThrow({ where: { roomId: scene.roomId, number } }),
        db().room.findUniqueOrThrow({ where: { id: scene.roomId } }),
      ]);
      expect({
        banned: cleo.bannedAt !== null,
        profile_reset: cleo.bio === "",
        room_ended: room.status === "ended",
        message_deleted: measure !== "banned" && line.deletedAt !== null,
      }).toEqual({
        ...{ banned: false, profile_reset: false, room_ended: false, message_deleted: false },
        [measure]: true,
      });
      const entries = await db().adminEvent.findMany({ orderBy: { seq: "desc" }, take: 1 });
      expect(entries).toMatchObject([
        { type: "case_decided", adminId: scene.id.gil, after: { measure, ground: "harassment", caseId } },
      ]);
    },
  );

  it("is decided by nobody whom it is about", async ({ scene }) => {
    const { caseId } = await report(scene, "dev", await aboutCleo(scene));
    expect((await asAdmin(scene, "cleo", decide, { caseId, body: decision("none") })).code).toBe("not_allowed");
    expect(await db().reportCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ decidedAt: null });
  });

  it("is decided by one of two who do it at once, and what is done is what is kept", async ({ scene }) => {
    for (let round = 0; round < 6; round++) {
      const { caseId } = await report(scene, "dev", await aboutCleo(scene));
      const answers = await Promise.all([
        asAdmin(scene, "gil", decide, { caseId, body: decision("banned") }),
        asAdmin(scene, "finn", decide, { caseId, body: decision("none", "nothing_found") }),
      ]);
      expect(answers.map(({ status, code }) => code ?? status).toSorted()).toEqual([204, "already_decided"]);
      const { measure } = await db().reportCase.findUniqueOrThrow({ where: { id: caseId } });
      const { bannedAt } = await db().person.findUniqueOrThrow({ where: { id: scene.id.cleo } });
      expect({ measure, banned: bannedAt !== null }).toEqual({ measure, banned: measure === "banned" });
      await db().person.update({ where: { id: scene.id.cleo }, data: { bannedAt: null } });
      await db().instanceBan.updateMany({ where: { personId: scene.id.cleo }, data: { liftedAt: new Date() } });
    }
  });

  it("that bans another admin is refused, and stays open", async ({ scene }) => {
    await db().person.update({ where: { id: scene.id.cleo }, data: { admin: true } });
    const { caseId } = await report(scene, "dev", await aboutCleo(scene));
    expect((await asAdmin(scene, "gil", decide, { caseId, body: decision("banned") })).code).toBe("not_allowed");
    expect(await db().reportCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ decidedAt: null });
  });

  it("opens anew when the same is reported after the decision", async ({ scene }) => {
    const first = await report(scene, "dev", await aboutCleo(scene));
    await asAdmin(scene, "gil", decide, { caseId: first.caseId, body: decision("warned") });
    const second = await report(scene, "dev", await aboutCleo(scene));
    expect(second.caseId).not.toBe(first.caseId);
    const seen = (await asAdmin(scene, "gil", readCase, { caseId: second.caseId })).body as ReportCaseView;
    expect(seen).toMatchObject({ before: 1, decision: null });
  });
});

describe("an appeal", () => {
  it("is made once by each side, decided by a second admin alone, and read by its side alone", async ({ scene }) => {
    const { caseId, key } = await report(scene, "dev", await aboutCleo(scene));
    const affected = decisionKey("affected", caseId);
    expect(await appeal(key)).toBe(409);
    await asAdmin(scene, "gil", decide, { caseId, body: decision("warned") });
    expect([await appeal(affected), await appeal(affected)]).toEqual([204, 409]);
    expect(await appeal(key, "It is not enough.")).toBe(204);
    const verdict = { upheld: false, words: "It was a quotation." };
    const judged = async (who: "gil" | "finn", side: "affected" | "reporter") =>
      asAdmin(scene, who, judge, { caseId, appealId: await appealOf(caseId, side), body: verdict });
    expect((await judged("gil", "affected")).code).toBe("not_allowed");
    expect((await judged("finn", "affected")).status).toBe(204);
    expect((await asAdmin(scene, "finn", judge, { caseId, appealId: uuid(), body: verdict })).status).toBe(404);
    expect(await page(affected)).toMatchObject({
      appeal: { decided: { upheld: false, words: verdict.words } },
      mayAppeal: false,
    });
    expect(await page(key)).toMatchObject({ appeal: { text: "It is not enough.", decided: null } });
    expect((await asAdmin(scene, "finn", queue, { search: "?show=appeals" })).body.cases).toMatchObject([
      { id: caseId },
    ]);
    expect((await judged("finn", "reporter")).status).toBe(204);
    expect((await asAdmin(scene, "finn", queue, { search: "?show=appeals" })).body.cases).toEqual([]);
  });

  it("of one report is read and used up by no other, whoever filed that", async ({ scene }) => {
    const { caseId, key } = await report(scene, "dev", await aboutCleo(scene));
    // Whom it is about joins the reporters, under their own name and under none.
    const own = await report(scene, "cleo", await aboutCleo(scene));
    const filed = await reportAsNobody({ ...REPORT, ...(await aboutCleo(scene)) });
    const unnamed = await ofKey(((await filed.json()) as { key: string }).key);
    expect([own.caseId, unnamed.caseId]).toEqual([caseId, caseId]);
    await asAdmin(scene, "gil", decide, { caseId, body: decision("warned") });
    expect(await appeal(own.key, "x")).toBe(204);
    expect(await appeal(key, "I am Dev, and sat beside them.")).toBe(204);
    for (const other of [own.key, unnamed.key, decisionKey("affected", caseId)])
      expect(JSON.stringify(await page(other))).not.toContain("I am Dev");
    expect(await page(key)).toMatchObject({ appeal: { text: "I am Dev, and sat beside them." } });
    expect(await page(unnamed.key)).toMatchObject({ appeal: null, mayAppeal: true });
  });

  it("is nobody's without the key, nor after its time", async ({ scene }) => {
    const { caseId, key } = await report(scene, "dev", await aboutCleo(scene));
    await asAdmin(scene, "gil", decide, { caseId, body: decision("warned") });
    // Not the last sign of the seal: some of its bits say nothing.
    const forged = [
      key.replace(/\.(.)/, (_, sign) => (sign === "A" ? ".B" : ".A")),
      key.replace(/^r/, "a"),
      `a${key.slice(1)}`,
      "nothing",
    ];
    for (const wrong of forged) expect([await appeal(wrong), await page(wrong)]).toEqual([404, null]);
    const long = new Date(Date.now() - (APPEAL_DAYS + 1) * DAY_MS);
    await db().reportCase.update({ where: { id: caseId }, data: { decidedAt: long } });
    expect(await appeal(key)).toBe(409);
  });
});

describe("who is told", () => {
  it("are both sides by mail, once, and whoever reported without an account also that it came", async ({ scene }) => {
    const mails = async () => (await db().devLetter.findMany({ orderBy: { createdAt: "asc" } })).map(({ to }) => to);
    const { cleo } = scene.id;
    await db().person.update({ where: { id: cleo }, data: { email: "cleo@example.org", emailVerifiedAt: new Date() } });
    const about = await aboutCleo(scene);
    const filed = await reportAsNobody({ ...REPORT, ...about, mail: "some@example.org" });
    const { caseId } = await ofKey(((await filed.json()) as { key: string }).key);
    await Promise.all([tellDecisions(), tellDecisions()]);
    expect(await mails()).toEqual(["some@example.org"]);
    await asAdmin(scene, "gil", decide, { caseId, body: decision("banned") });
    await Promise.all([tellDecisions(), tellDecisions()]);
    expect((await mails()).toSorted()).toEqual(["cleo@example.org", "some@example.org", "some@example.org"]);
    const letter = await db().devLetter.findFirstOrThrow({ where: { to: "cleo@example.org" } });
    expect(letter.text).toContain(`/reports/${decisionKey("affected", caseId)}`);
    expect(letter.text).not.toContain("some@example.org");
  });

  it("are both in their lists in the app, with the key of their page, also of the appeal, and nobody else", async ({
    scene,
  }) => {
    const told = async (who: "cleo" | "dev" | "eve") =>
      (await myNotifications({ id: scene.id[who] }, null)).notifications.flatMap((one) => one.decision ?? []);
    const { caseId, key } = await report(scene, "dev", await aboutCleo(scene));
    expect([await told("dev"), await told("cleo")]).toEqual([[], []]);
    await asAdmin(scene, "gil", decide, { caseId, body: decision("warned") });
    expect(await told("dev")).toMatchObject([{ side: "reporter", key }]);
    const affected = decisionKey("affected", caseId);
    expect(await told("cleo")).toMatchObject([{ side: "affected", key: affected }]);
    expect(await told("eve")).toEqual([]);
    const { unread } = await unreadNotifications({ id: scene.id.cleo });
    expect(unread).toBeGreaterThan(0);
    await db().reportCase.update({ where: { id: caseId }, data: { decidedAt: new Date(Date.now() - 8 * DAY_MS) } });
    expect(await told("cleo"), "news of a week ago are none").toEqual([]);
    await appeal(affected);
    await asAdmin(scene, "finn", judge, {
      ...{ caseId, appealId: await appealOf(caseId, "affected") },
      body: { upheld: true, words: "x" },
    });
    expect(await told("cleo")).toMatchObject([{ side: "affected" }]);
    expect(await told("dev")).toEqual([]);
  });

  it("is nobody whom nothing is done about", async ({ scene }) => {
    const { cleo } = scene.id;
    await db().person.update({
      where: { id: cleo },
      data: { email: "cleo2@example.org", emailVerifiedAt: new Date() },
    });
    const { caseId } = await report(scene, "dev", await aboutCleo(scene));
    await asAdmin(scene, "gil", decide, { caseId, body: decision("none", "nothing_found") });
    await tellDecisions();
    expect(await db().devLetter.count({ where: { to: "cleo2@example.org" } })).toBe(0);
    expect(await page(decisionKey("affected", caseId))).toBeNull();
  });
});

describe("what everybody may read", () => {
  it("are sums by month, ground and measure, and of appeals", async ({ scene }) => {
    const now = new Date("2031-05-20T12:00:00Z");
    const filed = { kind: "address", path: "x", title: "x", gravity: 1, ground: "spam", measure: "none" };
    for (const [day, ground] of [
      ["2031-05-01T00:00:00Z", "spam"],
      ["2031-05-19T00:00:00Z", "spam"],
      ["2031-04-30T23:59:59Z", "hate"],
    ] as const) {
      const decidedAt = new Date(day);
      const one = {
        ...filed,
        ground,
        subject: day,
        decidedAt,
        reports: { create: { locale: "en", reason: "spam", text: "", at: decidedAt } },
      };
      const appeals = { create: { side: "reporter", text: "x", decidedAt, upheld: ground === "spam" } } as const;
      await db().reportCase.create({ data: { ...one, appeals } });
    }
    const old = new Date("2029-05-31T23:59:59Z");
    await db().reportCase.create({ data: { ...filed, subject: "old", decidedAt: old } });
    expect(scene.roomId).toBeTruthy();
    expect(await transparency(now)).toEqual([
      {
        month: "2031-05",
        reports: 2,
        appeals: 2,
        overturned: 0,
        decisions: [{ ground: "spam", measure: "none", count: 2 }],
      },
      {
        month: "2031-04",
        reports: 1,
        appeals: 1,
        overturned: 1,
        decisions: [{ ground: "hate", measure: "none", count: 1 }],
      },
    ]);
  });
});

describe("what was there", () => {
  it("is kept until nobody can appeal, and gone then, with who reported it without an account", async ({ scene }) => {
    const filed = await reportAsNobody({
      ...REPORT,
      ...(await aboutCleo(scene)),
      name: "Some",
      mail: "some@example.org",
    });
    const { caseId, reportId } = await ofKey(((await filed.json()) as { key: string }).key);
    const kept = async () => (await db().reportCase.findUniqueOrThrow({ where: { id: caseId } })).evidence !== null;
    await dropEvidence(new Date(Date.now() + 1_000 * DAY_MS));
    expect(await kept(), "of what is not decided").toBe(true);
    await asAdmin(scene, "gil", decide, { caseId, body: decision("warned") });
    const later = (days: number) => dropEvidence(new Date(Date.now() + days * DAY_MS));
    await later(APPEAL_DAYS - 1);
    expect(await kept()).toBe(true);
    await appeal(decisionKey("affected", caseId));
    await later(APPEAL_DAYS + 100);
    expect(await kept(), "of what is appealed").toBe(true);
    await asAdmin(scene, "finn", judge, {
      ...{ caseId, appealId: await appealOf(caseId, "affected") },
      body: { upheld: true, words: "x" },
    });
    await later(APPEAL_DAYS + 100);
    expect(await kept()).toBe(false);
    expect(await db().report.findUniqueOrThrow({ where: { id: reportId } })).toMatchObject({
      name: "",
      address: null,
      text: "",
    });
  });

  it("names nobody any more who deleted their account, and stays to be judged", async ({ scene }) => {
    const { caseId } = await report(scene, "eve", await aboutCleo(scene));
    await db().person.update({ where: { id: scene.id.eve }, data: { givenUpAt: new Date(Date.now() - 8 * DAY_MS) } });
    await eraseAccount(scene.id.eve);
    expect(await db().report.findMany({ where: { caseId } })).toMatchObject([{ reporterId: null, text: REPORT.text }]);
  });
});
