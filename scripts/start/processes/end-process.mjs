import { processBirth } from "./process-birth.mjs";

const LOOK_EVERY_MS = 50;

/**
 * Ends a process that leads its own group: its stop signal first, to it alone; when it is gone or the grace has
 * passed, SIGKILL to the whole group. Touches nothing when the pid belongs to another process by now.
 * @param {{ pid: number, birth: string | null, stopSignal?: NodeJS.Signals }} recorded
 * @param {number} graceMs
 */
export async function endProcess({ pid, birth, stopSignal = "SIGTERM" }, graceMs) {
  const lives = () => birth !== null && processBirth(pid) === birth;
  if (!lives()) return;
  signal(pid, stopSignal);
  const deadline = Date.now() + graceMs;
  while (lives() && Date.now() < deadline) await new Promise((wake) => setTimeout(wake, LOOK_EVERY_MS));
  signal(-pid, "SIGKILL");
  while (lives()) await new Promise((wake) => setTimeout(wake, LOOK_EVERY_MS));
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
