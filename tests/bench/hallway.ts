import { createHash, randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import pg from "pg";
import type { PersonId } from "@/lib/domain/ids";
import { startWebs } from "@/tests/bench/admission/webs";
import { fillGraph, idSql } from "@/tests/bench/hallway/fill-graph";
import { plainHallway } from "@/tests/bench/hallway/plain-hallway";
import { report, rounded } from "@/tests/support/bench-report";
import { startEmbedded } from "@/tests/support/postgres/embedded-postgres";
import { copyTemplate, ensureTemplate } from "@/tests/support/postgres/template-database";

const { values: flags } = parseArgs({
  options: {
    people: { type: "string", default: "1000000" },
    follows: { type: "string", default: "20000000" },
    rooms: { type: "string", default: "5000" },
    stage: { type: "string", default: "50000" },
    listening: { type: "string", default: "200000" },
    runs: { type: "string", default: "200" },
  },
});
const SIZES = {
  people: Number(flags.people),
  follows: Number(flags.follows),
  rooms: Number(flags.rooms),
  onStage: Number(flags.stage),
  listening: Number(flags.listening),
};
const RUNS = Number(flags.runs);
/** Whoever is asked for first pays for plans and caches. */
const WARMING = 20;
/** So many people's hallways are held against the plain reference, three pages of each. */
const COMPARED = 6;
const PAGES_COMPARED = 3;

/** The statement of measures, which ranks by people on stage alone and draws no card: what the graph costs at least, here and now. */
const SKETCH_SQL = `
WITH fr AS MATERIALIZED (SELECT s.room_id, count(*) c FROM follow f JOIN seat s ON s.person_id = f.followee_id
  AND s.closed_at IS NULL AND s.role <> 'listener' WHERE f.follower_id = $1 GROUP BY 1)
SELECT r.id FROM room r LEFT JOIN fr ON fr.room_id = r.id WHERE r.status = 'live' AND r.kind <> 'closed'
ORDER BY fr.c DESC NULLS LAST, r.open_seats DESC, r.id LIMIT 30`;

/**
 * The hallway of many different people in a graph of millions of follows: what its statement takes, what `GET /api/rooms` and the
 * page take through one web process of a production build, and what each kind of suggestion takes. `sketchP95Ms`: the sketch of the
 * statement, in the same run. Broken where a hallway is another than the plain reference's. The graph is built in tables that are not
 * logged; on a small machine give it fewer `--people` and `--follows`.
 */
async function main(): Promise<void> {
  const postgres = await startEmbedded([
    ...["fsync=off", "synchronous_commit=off", "wal_level=minimal", "max_wal_senders=0", "max_wal_size=8GB"],
    ...["shared_buffers=1GB", "max_connections=60"],
  ]);
  const figures: Record<string, number> = { ...SIZES };
  const broken: string[] = [];
  try {
    const databaseUrl = await copyTemplate(postgres.adminUrl, await ensureTemplate(postgres.adminUrl), "bench_hallway");
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const from = performance.now();
    await fillGraph(client, SIZES, (done) => console.log(`  ${done}`));
    figures.builtInSeconds = rounded((performance.now() - from) / 1_000);
    const viewers = await signInSome(client);
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl,
      PLENUM_SECRET: "a secret that only this bench knows, 32+",
      LIVEKIT_URL: "ws://127.0.0.1:9",
      LIVEKIT_API_KEY: "bench",
      LIVEKIT_API_SECRET: "a media secret that only this bench knows",
    });
    Object.assign(figures, await measureSql(client, viewers, broken));
    await client.end();
    Object.assign(figures, await measureWeb(databaseUrl, viewers, broken));
  } finally {
    await postgres.stop();
  }
  report("hallway", figures, broken);
}

type SignedIn = { id: PersonId; secret: string };

/** People from all over the graph who sit nowhere, each with a session and an access token of the same secret. */
async function signInSome(client: pg.Client): Promise<SignedIn[]> {
  const first = SIZES.onStage + SIZES.listening + 2;
  const step = Math.max(1, Math.floor((SIZES.people - first) / (RUNS + WARMING)));
  const { rows } = await client.query<{ id: PersonId }>(
    `SELECT ${idSql("p", "n")} AS id FROM generate_series(${first}, ${SIZES.people - 1}, ${step}) n LIMIT ${RUNS + WARMING}`,
  );
  const viewers = rows.map(({ id }) => ({ id, secret: randomBytes(32).toString("base64url") }));
  const hash = (text: string) => createHash("sha256").update(text).digest();
  await client.query(
    `INSERT INTO session (token_hash, person_id, expires_at) SELECT hash, id, now() + interval '1 day' FROM unnest($1::uuid[], $2::bytea[]) AS v(id, hash)`,
    [viewers.map(({ id }) => id), viewers.map(({ secret }) => hash(secret))],
  );
  await client.query(
    `INSERT INTO access_token (id, person_id, name, token_hash, scopes) SELECT gen_random_uuid(), id, 'bench', hash, '{read}' FROM unnest($1::uuid[], $2::bytea[]) AS v(id, hash)`,
    [viewers.map(({ id }) => id), viewers.map(({ secret }) => hash(`plnm_${secret}`))],
  );
  return viewers;
}

async function measureSql(client: pg.Client, viewers: SignedIn[], broken: string[]): Promise<Record<string, number>> {
  const { hotPool } = await import("@/lib/server/postgres/db");
  const { liveRooms } = await import("@/lib/server/queries/hallway/live-rooms");
  const { followedByMine } = await import("@/lib/server/queries/suggestions/followed-by-mine");
  const { speaksOfMine } = await import("@/lib/server/queries/suggestions/speaks-of-mine");
  const { spokeWhereIWas } = await import("@/lib/server/queries/suggestions/spoke-where-i-was");
  for (const { id } of viewers.slice(0, COMPARED)) {
    const wanted = await plainHallway(client, id);
    const listed: string[] = [];
    for (let page = 0, after: string | undefined; page < PAGES_COMPARED; page++) {
      const answer = await liveRooms({ id }, { after });
      listed.push(...answer.rooms.map((room) => room.id));
      after = answer.next ?? undefined;
    }
    if (listed.join() !== wanted.slice(0, listed.length).join()) broken.push(`the hallway of ${id} is the reference's`);
  }
  const sketch = ({ id }: SignedIn) => hotPool().query({ name: "sketch", text: SKETCH_SQL, values: [id] });
  const avid = { id: await avidId(client), secret: "" };
  const figures = {
    ...(await quantiles("sketch", viewers, sketch)),
    ...(await quantiles("sql", viewers, (viewer) => liveRooms(viewer))),
    ...(await quantiles(
      "avidSql",
      viewers.map(() => avid),
      (viewer) => liveRooms(viewer),
    )),
    ...(await quantiles("followedByMine", viewers, followedByMine)),
    ...(await quantiles("spokeWhereIWas", viewers, spokeWhereIWas)),
    ...(await quantiles("speaksOfMine", viewers, speaksOfMine)),
  };
  await hotPool().end();
  return figures;
}

/** Who follows ten thousand. */
async function avidId(client: pg.Client): Promise<PersonId> {
  const { rows } = await client.query<{ id: PersonId }>(`SELECT ${idSql("p", String(SIZES.people))} AS id`);
  return rows[0]?.id as PersonId;
}

async function measureWeb(databaseUrl: string, viewers: SignedIn[], broken: string[]): Promise<Record<string, number>> {
  const webs = await startWebs(1, databaseUrl);
  const at = `http://localhost:${webs.ports[0]}`;
  const read = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(at + path, { headers });
    const text = await answer.text();
    if (answer.status !== 200) broken.push(`${path} answers 200, not ${answer.status}`);
    return text;
  };
  try {
    return {
      ...(await quantiles("api", viewers, ({ secret }) =>
        read("/api/rooms", { authorization: `Bearer plnm_${secret}` }),
      )),
      ...(await quantiles("page", viewers, ({ secret }) => read("/", { cookie: `next-auth.session-token=${secret}` }))),
    };
  } finally {
    await webs.stop();
  }
}

/** One after the other, as one browser waits. */
async function quantiles(
  name: string,
  viewers: SignedIn[],
  act: (viewer: SignedIn) => Promise<unknown>,
): Promise<Record<string, number>> {
  const times: number[] = [];
  for (const viewer of viewers) {
    const from = performance.now();
    await act(viewer);
    times.push(performance.now() - from);
  }
  const sorted = times.slice(WARMING).toSorted((one, other) => one - other);
  const at = (share: number) => rounded(sorted[Math.floor(sorted.length * share)] ?? Number.NaN, 2);
  return { [`${name}P50Ms`]: at(0.5), [`${name}P95Ms`]: at(0.95) };
}

await main();
