import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/start/free-port.mjs";
import { untilAnswers } from "@/scripts/start/postgres/database.mjs";
import { OWNER, preparePostgres } from "@/scripts/start/postgres/prepare.mjs";

const FIRST_PORT = 54_300;
const READY_WITHIN_MS = 20_000;

/**
 * An embedded Postgres in a temporary folder that `stop` removes again. `settings` are as on its command line: `fsync=off`.
 */
export async function startEmbedded(
  settings: string[],
): Promise<{ adminUrl: string; pid: number; stop: () => Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), "plenum-tests-"));
  // As root the server runs as another user, who has to enter.
  chmodSync(dataFolder, 0o755);
  // Runs beside each other look for a port at the same moment, so each starts looking somewhere else.
  const port = await freePort(FIRST_PORT + (process.pid % 1000), new Set());
  const { command, args, stopSignal, ...identity } = preparePostgres({
    dataFolder,
    port,
    password: "tests",
    settings,
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
  return { adminUrl, pid: server.pid as number, stop };
}
