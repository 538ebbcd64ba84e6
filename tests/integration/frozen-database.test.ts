import { Agent, request as ask } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hashOf } from "@/lib/server/callers/secrets";
import { db, hotPool } from "@/lib/server/postgres/db";
import { startApi } from "@/tests/support/api-server";
import { FakeMedia } from "@/tests/support/fake-media";
import { freeze } from "@/tests/support/freeze";
import { cuttableProxy } from "@/tests/support/network/cuttable-proxy";
import { startEmbedded } from "@/tests/support/postgres/embedded-postgres";
import { copyTemplate, ensureTemplate } from "@/tests/support/postgres/template-database";
import { addMember, addRoom } from "@/tests/support/scenes/at-the-door";

/** Longer than every limit of time there is; `FREEZE_S=20` for the whole of it. */
const FREEZE_MS = Number(process.env.FREEZE_S ?? 7) * 1_000;
const EVERY_MS = 20;
const LONGEST_MS = 5_000;
const WELL_AFTER_MS = 2_000;

const media = new FakeMedia();
const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
let postgres: Awaited<ReturnType<typeof startEmbedded>>;
let way: Awaited<ReturnType<typeof cuttableProxy>>;
let api: Awaited<ReturnType<typeof startApi>>;
let asked: [method: string, path: string, body: string][];

beforeAll(async () => {
  await media.start();
  postgres = await startEmbedded(["fsync=off", "max_connections=100"]);
  const template = await ensureTemplate(postgres.adminUrl);
  way = await cuttableProxy(await copyTemplate(postgres.adminUrl, template, "plenum_frozen"));
  process.env.DATABASE_URL = way.url;
  const ada = await addMember("ada");
  const ben = await addMember("ben");
  const roomId = await addRoom({ createdById: ada, capacity: 100 });
  const expiresAt = new Date(Date.now() + 600_000);
  await db().session.create({ data: { personId: ada, tokenHash: hashOf("ada"), expiresAt } });
  asked = [
    ["GET", "/api/rooms", ""],
    ["GET", `/api/rooms/${roomId}`, ""],
    ["GET", `/api/rooms/${roomId}/mine`, ""],
    ["POST", `/api/rooms/${roomId}/seat`, "{}"],
    ["GET", `/api/rooms/${roomId}/chat?channel=room`, ""],
    ["POST", `/api/people/${ben}/follow`, "{}"],
    ["GET", "/api/people/00000000-0000-7000-8000-000000000000", ""],
    ["GET", "/api/ready", ""],
  ];
  api = await startApi();
}, 120_000);
afterAll(async () => {
  await api.stop();
  agent.destroy();
  await media.stop();
  way.close();
  await postgres.stop();
});

type Answered = { path: string; status: number; tookMs: number; retryAfter: string | undefined };

function sendOne(turn: number): Promise<Answered> {
  const [method, path, body] = asked[turn % asked.length] as (typeof asked)[number];
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { cookie: "next-auth.session-token=ada", host: "localhost:3000", "content-length": body.length };
    const request = ask({ port: api.port, host: "127.0.0.1", method, path, headers, agent }, (answer) => {
      answer.resume();
      answer.on("end", () =>
        resolve({
          path: `${method} ${path}`,
          status: answer.statusCode ?? 0,
          tookMs: performance.now() - began,
          retryAfter: answer.headers["retry-after"],
        }),
      );
    });
    request.on("error", reject);
    request.end(body);
  });
}

const WELL = [200, 201, 202, 204, 404, 409, 429];

/** Each begins a fault and returns what ends it. */
const FAULTS: [name: string, begin: () => () => void][] = [
  ["while Postgres is frozen", () => freeze(postgres.pid)],
  [
    "while the way to Postgres swallows everything, and its connections are dead for good",
    () => {
      way.swallow();
      return way.mend;
    },
  ],
];

it.each(FAULTS)(
  "%s every answer comes in time and is true, and all is well two seconds after",
  async (_, begin) => {
    for (let turn = 0; turn < asked.length * 2; turn++) expect(WELL).toContain((await sendOne(turn)).status);
    const delay = monitorEventLoopDelay();
    delay.enable();
    const goOn = begin();
    const answers: Promise<Answered>[] = [];
    const until = performance.now() + FREEZE_MS;
    try {
      for (let turn = 0; performance.now() < until; turn++) {
        answers.push(sendOne(turn));
        await pause(EVERY_MS);
      }
    } finally {
      goOn();
    }
    await pause(WELL_AFTER_MS);
    const after = await Promise.all(asked.map((_, turn) => sendOne(turn)));
    expect(after.filter(({ status }) => !WELL.includes(status))).toEqual([]);

    const during = await Promise.all(answers);
    expect(during.length).toBeGreaterThan(100);
    // Where the machine has more to do than it can, this process was late itself.
    const longestMs = LONGEST_MS + delay.max / 1e6;
    expect(during.filter(({ tookMs }) => tookMs > longestMs)).toEqual([]);
    expect(during.filter(({ status }) => status !== 503 && !WELL.includes(status))).toEqual([]);
    expect(during.filter(({ status, retryAfter }) => status === 503 && retryAfter === undefined)).toEqual([]);
    expect(during.filter(({ status }) => status === 503).length).toBeGreaterThan(100);

    const pool = hotPool();
    expect([pool.waitingCount, pool.totalCount <= (pool.options.max ?? 0)]).toEqual([0, true]);
    const { rows } = await pool.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'plenum%'",
    );
    expect(rows[0]?.n).toBeLessThanOrEqual(2 * (pool.options.max ?? 0) + 1);
  },
  60_000,
);
