import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { BUILD } from "@/scripts/start/folders.mjs";
import { freePort } from "@/scripts/start/free-port.mjs";

const FIRST_PORT = 4_300;
const READY_WITHIN_MS = 60_000;

/** `kill`: ends one of them as the kernel would, in the middle of what it does. */
type Webs = { ports: number[]; kill: (index: number) => void; stop: () => Promise<void> };

/** That many web processes as `npm start` runs them, on ports of their own, over one database. */
export async function startWebs(
  count: number,
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<Webs> {
  const ports: number[] = [];
  for (let index = 0; index < count; index++) {
    ports.push(await freePort(FIRST_PORT + (process.pid % 1_000), new Set(ports)));
  }
  const children = ports.map((port) => startWeb(port, databaseUrl, ports[0] as number, settings));
  const stop = async () => {
    await Promise.all(children.map(stopWeb));
  };
  try {
    await Promise.all(ports.map((port, index) => untilHealthy(port, children[index] as ChildProcess)));
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { ports, kill: (index) => children[index]?.kill("SIGKILL"), stop };
}

function startWeb(
  port: number,
  databaseUrl: string,
  publicPort: number,
  settings: Record<string, string>,
): ChildProcess {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    PLENUM_BIND: "127.0.0.1",
    PLENUM_URL: `http://localhost:${publicPort}`,
    PLENUM_SECRET: "a secret that only this bench knows, 32+",
    LIVEKIT_API_KEY: "bench",
    LIVEKIT_API_SECRET: "a media secret that only this bench knows",
    LOG_LEVEL: "error",
    ...settings,
  };
  return spawn(process.execPath, [join(BUILD, "web.mjs")], { env, stdio: ["ignore", "inherit", "inherit"] });
}

async function untilHealthy(port: number, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("a web process did not become ready");
}

async function stopWeb(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(force);
}
