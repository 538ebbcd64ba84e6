import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../start/free-port.mjs";

const FIRST_PORT = 3_850;
const READY_WITHIN_MS = 8 * 60_000;
const POLL_MS = 500;

/** Runs `npm start` in a data folder of its own until `stop`. Answers its address once it is ready. */
export async function runProduct() {
  const dataFolder = mkdtempSync(join(tmpdir(), "plenum-pictures-"));
  // Started by root, Postgres runs as another user, who has to enter.
  chmodSync(dataFolder, 0o755);
  const port = await freePort(FIRST_PORT, new Set());
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, PLENUM_DATA: dataFolder, PORT: String(port) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = once(child, "exit");
  const stop = async () => {
    if (child.exitCode === null) child.kill("SIGINT");
    await ended;
    rmSync(dataFolder, { recursive: true, force: true });
  };
  const url = `http://localhost:${port}`;
  const deadline = Date.now() + READY_WITHIN_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(`${url}/api/ready`).catch(() => null);
    if (answer?.ok) return { url, dataFolder, stop };
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  await stop();
  throw new Error("Plenum did not start.");
}
