import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

const LEAST = {
  DATABASE_URL: "postgres://localhost/plenum",
  PLENUM_SECRET: "x".repeat(32),
  LIVEKIT_URL: "ws://localhost",
  LIVEKIT_API_KEY: "key",
  LIVEKIT_API_SECRET: "x".repeat(32),
};

/** LISTEN, the jobs' two, and one to spare; beside the two pools. */
const BESIDE_POOLS = 4;

/** What Postgres keeps for superusers, and a migration and a `psql` of the operator. */
const RESERVED = 5;

const numberIn = (file: string, pattern: RegExp): number => Number(pattern.exec(readFileSync(file, "utf8"))?.[1]);

it("as many processes as docs/capacity.md recommends fit into what Postgres allows, in compose and by npm start", () => {
  const line = /--scale web=(\d+) --scale worker=(\d+) --scale relay=(\d+)/.exec(
    readFileSync("docs/capacity.md", "utf8"),
  );
  const processes = (line ?? []).slice(1).reduce((sum, count) => sum + Number(count), 0);
  expect(processes).toBeGreaterThan(3);
  const wanted = processes * (2 * parseEnv(LEAST).PLENUM_DB_POOL + BESIDE_POOLS) + RESERVED;
  expect(numberIn("docker-compose.yml", /max_connections=(\d+)/)).toBeGreaterThanOrEqual(wanted);
  expect(numberIn("scripts/start/postgres/start-postgres.mjs", /max_connections=(\d+)/)).toBeGreaterThanOrEqual(wanted);
});
