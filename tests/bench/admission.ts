import { parseArgs } from "node:util";
import pg from "pg";
import { DEFAULT_OVERFLOW_ROOMS } from "@/lib/domain/rooms/room";
import { admissionFigures, type Round, runRound } from "@/tests/bench/admission/round";
import { startWebs } from "@/tests/bench/admission/webs";
import { report } from "@/tests/support/bench-report";
import { FakeMedia } from "@/tests/support/fake-media";
import { startEmbedded } from "@/tests/support/postgres/embedded-postgres";
import { ensureTemplate } from "@/tests/support/postgres/template-database";
import { makeSignedIn } from "@/tests/support/scenes/crowd";

const WEBS = 2;
const JOINERS = 6_000;
const CAPACITY = 5_000;
/** Somebody else comes in first, so that both sides are measured warm. */
const WARMING = 1_200;
const ROUNDS = 3;

const { values: flags } = parseArgs({ options: { "no-overflow": { type: "boolean", default: false } } });
const OVERFLOW_ROOMS = flags["no-overflow"] ? 0 : DEFAULT_OVERFLOW_ROOMS;

/**
 * 6,000 signed-in people, half by cookie and half by bearer token, join one room of 5,000 through the real route of a
 * production build, 200 at a time, two web processes; beside it an empty Next route handler of the same build.
 * Postgres keeps its usual promises (fsync, synchronous_commit). LiveKit is asked once a room and process: a stand-in answers.
 * Whom the room has no seat for sits in its overflow rooms; with `--no-overflow` they are refused.
 */
async function main(): Promise<void> {
  const postgres = await startEmbedded(["max_connections=200"]);
  const media = new FakeMedia();
  await media.start();
  const databaseUrl = databaseOf(postgres.adminUrl, await ensureTemplate(postgres.adminUrl));
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  // What is measured is how fast seats are given, so that a slow machine must not be taken for a crowd and give tickets.
  const webs = await startWebs(WEBS, databaseUrl, { PLENUM_DOOR_P95_MS: "100000" });
  const rounds: Round[] = [];
  try {
    await database.query(
      "INSERT INTO person (id, kind, name, portrait_seed) VALUES (gen_random_uuid(), 'member', 'Nobody here', 1)",
    );
    const crowd = await makeSignedIn(database, JOINERS + WARMING);
    const warming = crowd.splice(JOINERS);
    await runRound({
      database,
      ports: webs.ports,
      crowd: warming,
      capacity: WARMING / 2,
      overflowRooms: OVERFLOW_ROOMS,
    });
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push(
        await runRound({ database, ports: webs.ports, crowd, capacity: CAPACITY, overflowRooms: OVERFLOW_ROOMS }),
      );
    }
  } finally {
    await webs.stop();
    await database.end();
    await media.stop();
    await postgres.stop();
  }
  report("admission", admissionFigures(rounds), [...new Set(rounds.flatMap((round) => round.broken))]);
}

function databaseOf(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

await main();
