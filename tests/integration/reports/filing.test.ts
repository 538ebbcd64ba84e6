import { beforeEach, describe, expect } from "vitest";
import { GET as queue } from "@/app/api/admin/reports/route";
import { GET as readDecision } from "@/app/api/decisions/[key]/route";
import { POST as file } from "@/app/api/reports/route";
import { POST as write } from "@/app/api/rooms/[roomId]/chat/route";
import type { PersonId } from "@/lib/domain/ids";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { db } from "@/lib/server/postgres/db";
import type { DecisionView, Evidence, ReportQueue } from "@/lib/wire/reports/views";
import { addMember, addRoom } from "@/tests/support/scenes/at-the-door";
import { addShow } from "@/tests/support/scenes/episodes";
import { asAdmin, ofKey, REPORT, report, reportAsNobody } from "@/tests/support/scenes/reports";
import { it } from "@/tests/support/scenes/scene-test";
import type { Scene } from "@/tests/support/scenes/stage-scene";

beforeEach(async () => {
  await db().reportCase.deleteMany();
});

const inRoom = ({ roomId }: Scene) => `/rooms/${roomId}`;
const say = (scene: Scene, who: "cleo" | "dev", text: string) => scene.ask(who, write, { body: { text } });
const evidenceOf = async (caseId: string) =>
  (await db().reportCase.findUniqueOrThrow({ where: { id: caseId } })).evidence as Evidence;
const handleOf = async (id: string) => (await db().person.findUniqueOrThrow({ where: { id } })).handle;

describe("a report", () => {
  it("of a person, a room and a show is of what its address leads to", async ({ scene }) => {
    await addShow(scene.id.ada);
    const addresses = {
      person: `/people/${await handleOf(scene.id.cleo)}`,
      room: inRoom(scene),
      show: "/shows/night-trains",
    };
    for (const [kind, address] of Object.entries(addresses)) {
      const { caseId } = await report(scene, "dev", { address });
      expect(await db().reportCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({
        kind,
        personId: kind === "person" ? scene.id.cleo : scene.id.ada,
      });
    }
  });

  it("of a message keeps it and what was said around it, also once it is deleted", async ({ scene }) => {
    for (const text of ["before", "the insult", "after"]) await say(scene, "cleo", text);
    const { number } = await db().chatLine.findFirstOrThrow({ where: { roomId: scene.roomId, text: "the insult" } });
    const { caseId } = await report(scene, "dev", { address: inRoom(scene), message: Number(number) });
    await db().chatLine.updateMany({ where: { roomId: scene.roomId }, data: { text: "", deletedAt: new Date() } });
    const lines = (await evidenceOf(caseId)).filter(({ name }) => name === "message" || name === "chat");
    expect(lines.map(({ name, text }) => [name, text])).toEqual([
      ["chat", "before"],
      ["message", "the insult"],
      ["chat", "after"],
    ]);
    expect(await db().reportCase.findUnique({ where: { id: caseId } })).toMatchObject({
      kind: "message",
      personId: scene.id.cleo,
    });
  });

  it("of a room keeps its words, its stage, its last messages and what moderators did", async ({ scene }) => {
    await say(scene, "dev", "hello");
    const { caseId } = await report(scene, "dev", { address: inRoom(scene) });
    const names = new Set((await evidenceOf(caseId)).map(({ name }) => name));
    for (const name of ["title", "stage", "chat"]) expect(names).toContain(name);
  });

  it("that somebody repeats is the one they made; of others it is one more of the same case", async ({ scene }) => {
    const first = await report(scene, "dev", { address: inRoom(scene) });
    expect(await report(scene, "dev", { address: inRoom(scene) })).toEqual(first);
    const others = await Promise.all(
      (["eve", "finn", "gil"] as const).map((who) => report(scene, who, { address: inRoom(scene) })),
    );
    expect(new Set(others.map(({ caseId }) => caseId))).toEqual(new Set([first.caseId]));
    expect(new Set([first, ...others].map(({ key }) => key)).size).toBe(4);
    expect(await db().report.count()).toBe(4);
  });

  it("is made without an account, with a receipt to be told at, and in one's language", async () => {
    const room = await addRoom({ createdById: await addMember("host") });
    const body = { ...REPORT, address: `/rooms/${room}`, name: "Somebody", mail: "Some@Example.org" };
    const answer = await reportAsNobody(body);
    expect(answer.status).toBe(201);
    const { key, reportId } = await ofKey(((await answer.json()) as { key: string }).key);
    expect(await db().report.findUniqueOrThrow({ where: { id: reportId } })).toMatchObject({
      ...{ reporterId: null, name: "Somebody", address: "some@example.org", locale: "de" },
    });
    const page = await readDecision(new Request("http://localhost:3000/"), { params: Promise.resolve({ key }) });
    expect((await page.json()) as DecisionView).toMatchObject({ side: "reporter", state: "open", decision: null });
  });

  it.for([
    ["no good faith", { inGoodFaith: undefined }],
    ["a reason that is none", { reason: "ugly" }],
    ["an address that is none", { mail: "nowhere" }],
    ["no address at all", { address: "  " }],
    ["a field too many", { gravity: 3 }],
  ] as const)("is refused, and nothing kept, with %s", async ([, wrong]) => {
    const answer = await reportAsNobody({ ...REPORT, address: "/people/ada", ...wrong });
    expect(answer.status).toBe(422);
    expect(await db().reportCase.count()).toBe(0);
  });

  it("is of what every visitor knows, also by whoever blocked its person, or was put out of the room", async ({
    scene,
  }) => {
    const [cleo, dev] = [scene.id.cleo, scene.id.dev];
    await db().block.create({ data: { blockerId: dev, blockedId: cleo } });
    await db().roomBan.create({ data: { roomId: scene.roomId, personId: dev, bannedById: scene.id.ada } });
    for (const [kind, address] of [
      ["person", `/people/${await handleOf(cleo)}`],
      ["room", inRoom(scene)],
    ] as const) {
      const { caseId } = await report(scene, "dev", { address });
      expect(await db().reportCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ kind });
      expect(await evidenceOf(caseId)).not.toEqual([]);
    }
  });

  it("of what one may not know of is answered as of what is not there, and tells no more", async ({ scene }) => {
    const closed = await addRoom({ createdById: scene.id.ada, kind: "closed" });
    const nowhere = closed.replace(/.$/, (sign) => (sign === "0" ? "1" : "0"));
    const seen = await Promise.all(
      [closed, nowhere].map(async (id) => {
        const { caseId, key } = await report(scene, "eve", { address: `/rooms/${id}` });
        const page = await readDecision(new Request("http://localhost:3000/"), { params: Promise.resolve({ key }) });
        const view = (await page.json()) as DecisionView;
        const { kind, personId, roomless } = {
          ...(await db().reportCase.findUniqueOrThrow({ where: { id: caseId } })),
          roomless: true,
        };
        return { kind, personId, roomless, title: view.title.replace(id, "ID"), shown: view.kind };
      }),
    );
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]).toMatchObject({ kind: "address", personId: null });
  });

  it("is no more often made by one than the limit says", async ({ scene }) => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 34; turn++)
      statuses.push((await scene.ask("finn", file, { body: { ...REPORT, address: `/people/nobody_${turn}` } })).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(30);
    expect(statuses.slice(30)).toEqual([429, 429, 429, 429]);
  });
});

it("guests are no more than their address, however many of them there are", async () => {
  const statuses: number[] = [];
  for (let turn = 0; turn < 33; turn++) {
    const { id } = await db().person.create({ data: { kind: "guest", name: `Guest ${turn}`, portraitSeed: 1 } });
    const cookie = guestCookie(id as PersonId).split(";")[0] ?? "";
    const body = { ...REPORT, address: `/people/no_guest_${turn}` };
    statuses.push((await reportAsNobody(body, "203.0.113.77", { cookie })).status);
  }
  expect(statuses.filter((status) => status === 201)).toHaveLength(30);
  expect(statuses.at(-1)).toBe(429);
});

describe("a hundred false reports", () => {
  it("are one case, change nothing about whom they are about, and stand behind one that is graver", async ({
    scene,
  }) => {
    const about = { address: `/people/${await handleOf(scene.id.cleo)}` };
    const before = await db().person.findUniqueOrThrow({ where: { id: scene.id.cleo } });
    for (let bot = 0; bot < 100; bot++) {
      const answer = await reportAsNobody({ ...REPORT, ...about, reason: "spam" }, `198.51.100.${bot}`);
      expect([201, 429]).toContain(answer.status);
    }
    await report(scene, "dev", { address: inRoom(scene) }, { reason: "violence" });
    const { cases } = (await asAdmin(scene, "gil", queue, { search: "?show=open" })).body as ReportQueue;
    expect(cases.map(({ kind }) => kind)).toEqual(["room", "person"]);
    expect(cases[1]?.reports).toBeGreaterThan(1);
    expect(await db().person.findUniqueOrThrow({ where: { id: scene.id.cleo } })).toEqual(before);
    expect(await scene.seatOf("cleo")).not.toBeNull();
  });
});
