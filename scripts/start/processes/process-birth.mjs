import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Where Linux tells a process's start, counted after the command name, which may hold spaces and brackets. */
const START_FIELD = 19;

/**
 * When a process was started, as a text that no other process with the same pid will ever have; null if it is gone.
 * Pids are used again, so a pid alone must never be believed, and never be killed.
 * @param {number} pid
 * @returns {string | null}
 */
export function processBirth(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[START_FIELD]}`;
  } catch {
    if (process.platform === "linux") return null;
    const asked = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return asked.stdout?.trim() || null;
  }
}
