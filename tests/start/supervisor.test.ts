import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { processBirth } from "@/scripts/start/processes/process-birth.mjs";
import { readRunRecord } from "@/scripts/start/processes/run-record.mjs";

const IN_ORDER = "web\nworker\nrelay\nlivekit\npostgres\n";

let dataFolder: string;
const started: ChildProcess[] = [];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "plenum-start-"));
});

afterEach(async () => {
  for (const one of started.splice(0)) await end(one, "SIGTERM");
  for (const { pid, birth } of readRunRecord(dataFolder).children) {
    if (processBirth(pid) === birth) process.kill(-pid, "SIGKILL");
  }
  rmSync(dataFolder, { recursive: true, force: true });
});

describe("the supervisor", () => {
  it("ends everything in order on Ctrl-C, which a terminal sends to the whole group", async () => {
    const { supervisor } = await startReady();
    const children = readRunRecord(dataFolder).children;
    expect(children.map(({ name }) => name).sort()).toEqual(["livekit", "postgres", "relay", "web", "worker"]);

    process.kill(-(supervisor.pid as number), "SIGINT");
    const [code] = await once(supervisor, "exit");

    expect(code).toBe(0);
    expect(stopped()).toBe(IN_ORDER);
    expect(children.filter(isAlive)).toEqual([]);
    expect(existsSync(join(dataFolder, "run.json"))).toBe(false);
  });

  it("ends in order what an earlier one left running when it was killed, then starts afresh", async () => {
    const { supervisor } = await startReady();
    const orphans = readRunRecord(dataFolder).children;
    await end(supervisor, "SIGKILL");
    expect(orphans.filter(isAlive)).toHaveLength(5);

    await startReady();

    expect(stopped()).toBe(IN_ORDER);
    expect(orphans.filter(isAlive)).toEqual([]);
    expect(readRunRecord(dataFolder).children.filter(isAlive)).toHaveLength(5);
  });

  it("touches no process that merely has the pid of a dead child", async () => {
    const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
      detached: true,
      stdio: "ignore",
    });
    started.push(stranger);
    const children = [{ name: "web", pid: stranger.pid, birth: "another boot:1", stopSignal: "SIGTERM" }];
    writeFileSync(join(dataFolder, "run.json"), JSON.stringify({ children }));

    await startReady();

    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
  });

  it("says where Plenum runs when it is started twice in a folder, and leaves that one alone", async () => {
    await startReady();
    const before = readRunRecord(dataFolder);

    const second = startSmall();
    const [code] = await once(second.supervisor, "exit");

    expect(code).toBe(1);
    expect(second.said()).toContain("Plenum runs already in this folder: http://localhost:12345");
    expect(readRunRecord(dataFolder)).toEqual(before);
    expect(before.children.filter(isAlive)).toHaveLength(5);
  });

  it("lets one of several win that are started at the same moment", async () => {
    const all = [startSmall(), startSmall(), startSmall(), startSmall()];
    await vi.waitFor(() => expect(all.filter(isReady)).toHaveLength(1), { timeout: 20_000 });
    await vi.waitFor(() => expect(all.filter(({ supervisor }) => supervisor.exitCode === 1)).toHaveLength(3), {
      timeout: 20_000,
    });
    expect(all.filter(isReady)).toHaveLength(1);
  });

  it("starts again what dies, alone", async () => {
    await startReady();
    const before = readRunRecord(dataFolder).children;
    process.kill(pidOf("web"), "SIGKILL");

    await vi.waitFor(
      () => {
        const web = readRunRecord(dataFolder).children.find(({ name }) => name === "web");
        expect(web && web.pid !== before.find(({ name }) => name === "web")?.pid && isAlive(web)).toBe(true);
      },
      { timeout: 10_000 },
    );
    for (const child of before.filter(({ name }) => name !== "web")) expect(pidOf(child.name)).toBe(child.pid);
  });

  it("ends by force, after its grace, what does not hear", async () => {
    const { supervisor } = await startReady({ SMALL_START_STUBBORN: "worker" });
    const children = readRunRecord(dataFolder).children;
    supervisor.kill("SIGINT");
    await once(supervisor, "exit");
    expect(stopped()).toBe(IN_ORDER.replace("worker\n", ""));
    expect(children.filter(isAlive)).toEqual([]);
  });

  it("ends the start with the last words of a process that never becomes ready", async () => {
    const { supervisor, said } = startSmall({ SMALL_START_BROKEN: "web" });
    const [code] = await once(supervisor, "exit");
    expect(code).toBe(1);
    expect(said()).toContain("a wrong value in the environment");
    expect(stopped()).toBe("livekit\npostgres\n");
  });
});

type Small = { supervisor: ChildProcess; said: () => string };

function startSmall(environment: Record<string, string> = {}): Small {
  const supervisor = spawn(process.execPath, ["tests/support/small-start.mjs"], {
    env: { ...process.env, ...environment, PLENUM_DATA: dataFolder },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  started.push(supervisor);
  let text = "";
  supervisor.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  supervisor.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return { supervisor, said: () => text };
}

async function startReady(environment?: Record<string, string>): Promise<Small> {
  const small = startSmall(environment);
  await vi.waitFor(() => expect(small.said()).toContain("Ready:"), { timeout: 30_000 });
  return small;
}

const isReady = ({ said }: Small) => said().includes("Ready:");

const isAlive = ({ pid, birth }: { pid: number; birth: string | null }) => processBirth(pid) === birth;

const stopped = () => readFileSync(join(dataFolder, "stopped.txt"), "utf8");

function pidOf(name: string): number {
  const child = readRunRecord(dataFolder).children.find((each) => each.name === name);
  if (!child) throw new Error(`${name} does not run`);
  return child.pid;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
