import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/scripts/start/free-port.mjs";

const FIRST_PORT = 3_600;
/** A first start builds the media server and the pages. */
const READY_WITHIN_MS = 8 * 60_000;
const STOPPED_WITHIN_MS = 60_000;
const POLL_MS = 250;

export type Product = {
  /** The address that people open, without a slash at its end. */
  url: string;
  /** PLENUM_DATA of this start. */
  dataFolder: string;
  stop: () => Promise<void>;
};

/**
 * Starts the whole product as a person would, in a data folder of its own that `stop` removes again.
 * `lanAddress`: opened to the network under it. Throws with the end of its log where it does not become ready.
 */
export async function startProduct(environment: Record<string, string> = {}, lanAddress?: string): Promise<Product> {
  const dataFolder = mkdtempSync(join(tmpdir(), "plenum-product-"));
  // Started by root, Postgres runs as another user, who has to enter.
  chmodSync(dataFolder, 0o755);
  const port = await freePort(FIRST_PORT + (process.pid % 1_000), new Set());
  const url = `http://${lanAddress ?? "localhost"}:${port}`;
  const logFile = join(dataFolder, "start.log");
  const log = openSync(logFile, "w");
  const child = spawn(process.execPath, ["scripts/start.mjs", ...(lanAddress ? ["--lan"] : [])], {
    // Everybody's rooms are the same few people's here.
    env: {
      ...process.env,
      NODE_ENV: "production",
      PLENUM_ROOMS_OF_HOST: "1000",
      ...environment,
      PLENUM_DATA: dataFolder,
      PORT: String(port),
    },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const stop = async () => {
    await stopChild(child);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await untilReady(url, child);
  } catch (fault) {
    const lastLines = readFileSync(logFile, "utf8").split("\n").slice(-40).join("\n");
    await stop();
    throw new Error(`The product did not start: ${(fault as Error).message}\n${lastLines}`);
  }
  return { url, dataFolder, stop };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const answer = await fetch(`${url}/api/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error("it was not ready in time");
}

/** As Ctrl-C does; by force where that is not heard. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGINT");
  const force = setTimeout(() => child.kill("SIGKILL"), STOPPED_WITHIN_MS);
  await ended;
  clearTimeout(force);
}
