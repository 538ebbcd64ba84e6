import { beforeEach, expect, it } from "vitest";
import { POST as follow, DELETE as unfollow } from "@/app/api/people/[personId]/follow/route";
import { POST as createRoom } from "@/app/api/rooms/route";
import type { PersonId } from "@/lib/domain/ids";
import { LIMITS, type Limit } from "@/lib/domain/limits/limits";
import { hashOf } from "@/lib/server/callers/secrets";
import { type ActLimit, spend } from "@/lib/server/limits/limits";
import { db } from "@/lib/server/postgres/db";
import { forgetProcessValues } from "@/lib/server/postgres/process";
import { HANDLERS } from "@/tests/support/api-server";
import { addMember, emptyHouse } from "@/tests/support/scenes/at-the-door";
import { type Answer, askAs } from "@/tests/support/scenes/stage-scene";

let ada: PersonId;
let ben: PersonId;
const token = `plnm_${"a".repeat(43)}`;

beforeEach(async () => {
  await emptyHouse();
  [ada, ben] = [await addMember("ada"), await addMember("ben")];
  const data = { personId: ada, name: "test", tokenHash: hashOf(token), scopes: ["read", "write"] };
  await db().accessToken.create({ data });
});

it("every act that anybody can repeat has a line in the table, or says why it needs none", () => {
  const acts = HANDLERS.filter(({ method, path }) => method !== "GET" && !path.startsWith("/api/webhooks/"));
  expect(acts.length).toBeGreaterThan(60);
  const limitOf = ({ handler }: (typeof HANDLERS)[number]) =>
    (handler as unknown as { spec?: { limit?: ActLimit } }).spec?.limit;
  const unlimited = acts.filter((act) => {
    const limit = limitOf(act);
    return typeof limit === "string" ? !(limit in LIMITS) : (limit?.none ?? "").length < 10;
  });
  expect(unlimited.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

it("a limit that this process and another part of it spend together refuses with the seconds to wait, and is no fault", async () => {
  for (let use = 0; use < LIMITS.handsOfPerson.points; use++) expect(await spend("handsOfPerson", "x")).toBeNull();
  expect(await spend("handsOfPerson", "x")).toBeGreaterThan(0);
  expect(await spend("handsOfPerson", "y")).toBeNull();
  // Another bundle's copy of the limiter's class throws what `instanceof` here does not know.
  const values = forgetProcessValues();
  const foreign = { consume: () => Promise.reject({ msBeforeNext: 4_200, remainingPoints: 0, consumedPoints: 9 }) };
  const holder = globalThis as { [key: symbol]: unknown };
  holder[Symbol.for("plenum.process")] = new Map([...values, ["limit handsOfPerson", foreign]]);
  expect(await spend("handsOfPerson", "z")).toBe(5);
  holder[Symbol.for("plenum.process")] = values;
});

it("following and unfollowing without end is refused, with the time to wait", async () => {
  const named = { personId: ben };
  const answers: Answer[] = [];
  while (answers.length < LIMITS.followsOfPerson.points + 20) {
    const turns = [follow, unfollow, follow, unfollow, follow, unfollow];
    answers.push(...(await Promise.all(turns.map((route) => askAs(token, route, { named })))));
  }
  const statuses = new Set(answers.map(({ status }) => status));
  expect([...statuses].sort()).toEqual([200, 429]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(LIMITS.followsOfPerson.points);
  expect(answers.at(-1)?.body).toMatchObject({ error: { code: "too_many", retryAfterSeconds: expect.any(Number) } });
});

it("one person has no more live rooms at once than the instance allows, however many are asked for at the same moment", async () => {
  const open = () => askAs(token, createRoom, { named: {}, body: { title: "Night trains" } });
  const answers = await Promise.all(Array.from({ length: 14 }, open));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
  const refused = answers.find(({ status }) => status !== 201);
  expect(refused).toMatchObject({ status: 409, code: "rooms_full", body: { error: { limit: 10 } } });
  expect(await db().room.count()).toBe(10);
  await db().room.updateMany({ where: { createdById: ada }, data: { status: "ended", endedAt: new Date() } });
  expect((await open()).status).toBe(201);
});

it("leaves room for an honest fast host: a moderator of thousands acts five times a second for a minute", async () => {
  const acts: Limit[] = Array.from({ length: 300 }, () => "moderationOfPerson");
  expect((await Promise.all(acts.map((limit) => spend(limit, ada)))).filter((wait) => wait !== null)).toEqual([]);
});
