import { spawn } from "node:child_process";
import { join } from "node:path";
import { ExpectedFault } from "../expected-fault.mjs";
import { dim, say } from "../say.mjs";
import { showLine } from "../show-line.mjs";
import { endProcess } from "./end-process.mjs";
import { followLog } from "./follow-log.mjs";
import { processBirth } from "./process-birth.mjs";
import { STOP_GRACE_MS, sortToStop } from "./stop-order.mjs";

const READY_WITHIN_MS = 60_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** Whoever lived this long did not die of its start; the pauses begin anew. */
const HEALTHY_AFTER_MS = 60_000;
const SHOWN_LINES = 15;

/**
 * @typedef {{
 *   name: string, command: string, args: string[], cwd: string, env?: Record<string, string | undefined>,
 *   uid?: number, gid?: number, stopSignal?: NodeJS.Signals,
 *   readyLine?: string, ready?: () => Promise<unknown>,
 * }} Service `readyLine` is looked for in what it logs; `ready` resolves when it answers
 */

/**
 * Runs services, each in a process group of its own: restarts with growing pauses what dies, ends all in order.
 * @param {{ dataFolder: string, onChildren: (children: import("./run-record.mjs").RecordedChild[]) => void, firstPauseMs?: number, graceMs?: number }} options
 */
export function createSupervisor({ dataFolder, onChildren, firstPauseMs = FIRST_PAUSE_MS, graceMs = STOP_GRACE_MS }) {
  const children = new Map();
  let stopping = null;

  const report = () =>
    onChildren(
      [...children.values()]
        .filter((child) => child.pid)
        .map(({ service, pid, birth }) => ({
          name: service.name,
          pid,
          birth,
          stopSignal: service.stopSignal ?? "SIGTERM",
        })),
    );

  /** Starts the service and waits until it is ready. Refuses when it ends before that the first time. */
  async function run(service) {
    const child = { service, pid: null, birth: null, lines: [], pause: firstPauseMs, timer: null, log: null };
    children.set(service.name, child);
    child.log = followLog(join(dataFolder, "logs", `${service.name}.log`), (line) => heard(child, line));
    await launch(child);
  }

  function heard(child, line) {
    child.lines = [...child.lines, line].slice(-SHOWN_LINES);
    if (child.service.readyLine && line.includes(child.service.readyLine)) child.becameReady?.();
    showLine(child.service.name, line);
  }

  function launch(child) {
    const { name, command, args, cwd, env, uid, gid } = child.service;
    if (stopping) throw new ExpectedFault("Stopped.");
    const from = Date.now();
    const { descriptor } = child.log;
    const process_ = spawn(command, args, {
      cwd,
      env,
      uid,
      gid,
      detached: true,
      stdio: ["ignore", descriptor, descriptor],
    });
    child.pid = process_.pid ?? null;
    child.birth = child.pid && processBirth(child.pid);
    report();
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => fail(`${name} was not ready within ${READY_WITHIN_MS / 1000} s`), READY_WITHIN_MS);
      const fail = (reason) => {
        clearTimeout(late);
        child.log.readNow();
        reject(
          new ExpectedFault(
            `${child.lines.join("\n")}\n${reason}; all of it: ${join(dataFolder, "logs", `${name}.log`)}`,
          ),
        );
      };
      child.becameReady = () => {
        clearTimeout(late);
        child.wasReady = true;
        resolve();
      };
      if (!child.service.readyLine)
        (child.service.ready?.() ?? Promise.resolve()).then(child.becameReady, (error) => fail(error.message));
      process_.once("error", (error) => fail(`${name} could not be run: ${error.message}`));
      process_.once("exit", (code, signal) => {
        clearTimeout(late);
        sweepGroup(child);
        child.pid = null;
        report();
        if (stopping || child.held) return reject(new ExpectedFault(`${name} was stopped.`));
        if (!child.wasReady) return fail(`${name} ended with ${signal ?? code}`);
        reject(new ExpectedFault(`${name} ended.`));
        restartLater(child, Date.now() - from, signal ?? code);
      });
    });
  }

  function restartLater(child, livedMs, how) {
    if (livedMs > HEALTHY_AFTER_MS) child.pause = firstPauseMs;
    say(dim(`${child.service.name} ended (${how}); again in ${child.pause / 1000} s`));
    child.timer = setTimeout(() => launch(child).catch(() => {}), child.pause);
    child.pause = Math.min(child.pause * 2, LONGEST_PAUSE_MS);
  }

  async function restart(name) {
    const child = children.get(name);
    if (!child || stopping) return;
    clearTimeout(child.timer);
    child.held = true;
    if (child.pid) await endProcess({ ...child, stopSignal: child.service.stopSignal }, graceMs);
    // The exit event comes a moment after the process is gone.
    while (child.pid) await new Promise((wake) => setTimeout(wake, 10));
    child.held = false;
    await launch(child);
  }

  /** Ends everything in order. A second call waits for the first. */
  function stop() {
    stopping ??= (async () => {
      for (const child of children.values()) clearTimeout(child.timer);
      for (const child of sortToStop([...children.values()], (each) => each.service.name)) {
        if (child.pid) await endProcess({ ...child, stopSignal: child.service.stopSignal }, graceMs);
        child.log.close();
      }
      onChildren([]);
    })();
    return stopping;
  }

  return { run, restart, stop };
}

/** What a dead child left behind in its group (Postgres' own children) would hold ports and locks. */
function sweepGroup(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // Nobody was left.
  }
}
