import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { freePort } from "@/scripts/start/free-port.mjs";
import { untilAnswers } from "@/scripts/start/postgres/database.mjs";
import { OWNER, preparePostgres } from "@/scripts/start/postgres/prepare.mjs";
import { dropRun, ensureTemplate, newRun } from "./template-database";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the tests' Postgres is, the migrated template in it, and a name that no other run has. */
    postgres: { adminUrl: string; template: string; run: string };
  }
}

const FIRST_PORT = 54_300;
const READY_WITHIN_MS = 20_000;
/** Nothing here outlives the run, so nothing has to survive a power cut. */
const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];

/**
 * One Postgres for a whole run of the integration tests: the one at TEST_DATABASE_URL (a superuser's address), or an
 * embedded one in a folder of its own, so that runs beside each other never meet.
 */
export default async function startPostgres(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { adminUrl: given, stop: async () => {} } : await startEmbedded();
  try {
    const run = newRun();
    project.provide("postgres", { adminUrl: server.adminUrl, template: await ensureTemplate(server.adminUrl), run });
    return async () => {
      if (given) await dropRun(given, run);
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function startEmbedded() {
  const dataFolder = mkdtempSync(join(tmpdir(), "plenum-tests-"));
  // As root the server runs as another user, who has to enter.
  chmodSync(dataFolder, 0o755);
  // Runs beside each other look for a port at the same moment, so each starts looking somewhere else.
  const port = await freePort(FIRST_PORT + (process.pid % 1000), new Set());
  const { command, args, stopSignal, ...identity } = preparePostgres({
    dataFolder,
    port,
    password: "tests",
    settings: FAST,
  });
  const server = spawn(command, args, { ...identity, stdio: "ignore" });
  const ended = once(server, "exit");
  const adminUrl = `postgres://${OWNER}:tests@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    server.kill(stopSignal);
    await ended;
    rmSync(dataFolder, { recursive: true, force: true });
  };
  await untilAnswers(adminUrl, READY_WITHIN_MS).catch(async (error) => {
    await stop();
    throw error;
  });
  return { adminUrl, stop };
}
