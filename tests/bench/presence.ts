import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import { report, rounded } from "@/tests/support/bench-report";
import { startEmbedded } from "@/tests/support/postgres/embedded-postgres";
import { type Product, startProduct } from "@/tests/support/product";
import { pidOf } from "@/tests/support/running";
import { type Crowd, makeCrowd } from "@/tests/support/scenes/crowd";
import { openSignal, type SignalSocket } from "@/tests/support/signal-socket";

const SIZES = [10, 100, 1_000] as const;
const MORE_JOINS = 20;
const TOGETHER = 16;
/** What a join sets off reaches everybody well within this time. */
const SETTLE_MS = 1_500;
const GREATEST_GROWTH = 1.1;

/**
 * What one more join costs with 10, 100 and 1,000 people in the room: bytes of LiveKit's signal (what the newcomer gets, and
 * what each of those who are there gets on top) and SQL statements. Timed work (worker, relay) stands still
 * meanwhile: it is not the cost of a join, and its noise would hide it.
 */
async function main(): Promise<void> {
  const postgres = await startEmbedded([
    "shared_preload_libraries=pg_stat_statements",
    "pg_stat_statements.track_utility=off",
    "max_connections=200",
  ]);
  const product = await startProduct({ DATABASE_URL: postgres.adminUrl });
  const figures: Record<string, number> = {};
  try {
    const people = SIZES.reduce<number>((sum, size) => sum + size + MORE_JOINS, 1);
    const crowd = await makeCrowd(postgres.adminUrl, people);
    const host = crowd.pop();
    if (!host) throw new Error("Nobody can host");
    for (const size of SIZES) {
      const roomId = await makeRoom(product, host);
      const cost = await costOfOneMore(product, postgres.adminUrl, roomId, crowd.splice(0, size + MORE_JOINS));
      for (const [name, figure] of Object.entries(cost)) figures[`${name}At${size}`] = rounded(figure, 1);
      console.log(`${size} people: ${JSON.stringify(cost)}`);
    }
  } finally {
    await product.stop();
    await postgres.stop();
  }
  const growthOf = (name: string) => (figures[`${name}At1000`] ?? Number.NaN) / (figures[`${name}At10`] ?? Number.NaN);
  const growth = rounded(Math.max(growthOf("bytes"), growthOf("queries")), 2);
  const broken = growth <= GREATEST_GROWTH ? [] : [`a join at 1,000 people costs ${growth} times one at 10`];
  report("presence", { ...figures, growth }, broken);
}

type Cost = {
  /** The newcomer's join response, and what one of the others receives because of them. */
  bytes: number;
  bytesToEachOther: number;
  queries: number;
};

async function costOfOneMore(product: Product, databaseUrl: string, roomId: string, crowd: Crowd): Promise<Cost> {
  const present = await inTurns(crowd.splice(0, crowd.length - MORE_JOINS), (token) => enter(product, roomId, token));
  const timed = ["worker", "relay"].map((name) => pidOf(product.dataFolder, name));
  for (const pid of timed) process.kill(pid, "SIGSTOP");
  const newcomers: SignalSocket[] = [];
  try {
    await pause(SETTLE_MS);
    const quiet = { bytes: received(present), queries: await statements(databaseUrl) };
    for (const token of crowd) newcomers.push(await enter(product, roomId, token));
    await pause(SETTLE_MS);
    const bytesToEachOther = (received(present) - quiet.bytes) / present.length / MORE_JOINS;
    const bytes = received(newcomers) / MORE_JOINS + bytesToEachOther;
    return { bytes, bytesToEachOther, queries: ((await statements(databaseUrl)) - quiet.queries) / MORE_JOINS };
  } finally {
    for (const pid of timed) process.kill(pid, "SIGCONT");
    for (const socket of [...present, ...newcomers]) socket.close();
  }
}

const received = (sockets: SignalSocket[]): number => sockets.reduce((sum, socket) => sum + socket.received(), 0);

async function enter(product: Product, roomId: string, token: string): Promise<SignalSocket> {
  const answer = await fetch(`${product.url}/api/rooms/${roomId}/seat`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`The door answered ${answer.status}: ${await answer.text()}`);
  const { media } = (await answer.json()) as JoinAnswer;
  return openSignal(media.url, media.token);
}

async function inTurns<In, Out>(all: In[], act: (one: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = [];
  while (all.length > 0) done.push(...(await Promise.all(all.splice(0, TOGETHER).map(act))));
  return done;
}

async function makeRoom(product: Product, token: string): Promise<string> {
  const answer = await fetch(`${product.url}/api/rooms`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ title: "One more" }),
  });
  if (answer.status !== 201) throw new Error(`No room: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { room: { id: string } }).room.id;
}

/** Statements that this database has carried out so far, but for this asking. */
async function statements(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    const { rows } = await client.query<{ calls: string }>(
      "SELECT coalesce(sum(calls), 0) AS calls FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'",
    );
    return Number(rows[0]?.calls);
  } finally {
    await client.end();
  }
}

await main();
