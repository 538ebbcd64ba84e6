import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { DATA } from "@/scripts/start/folders.mjs";
import { readRunRecord } from "@/scripts/start/processes/run-record.mjs";

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** What one process has used so far, and the memory it holds. */
type ProcessUse = { processorMs: number; memoryMB: number };

/** Of each process of the Plenum that runs in this folder, by name, and of the whole machine. */
export type ServerUse = { atMs: number; processes: Record<string, ProcessUse>; busyMs: number; allMs: number };

/** `url` must be of the Plenum that runs in this folder; of another one, and where there is no /proc, no process is known. */
export function readServerUse(url: string): ServerUse {
  const { address, children } = readRunRecord(DATA);
  const own = address && new URL(address).origin === url ? children : [];
  const processes: Record<string, ProcessUse> = {};
  for (const { name, pid } of own) {
    const use = readUse(pid);
    if (use !== null) processes[name] = use;
  }
  const times = cpus().map((cpu) => cpu.times);
  const allMs = times.reduce((sum, each) => sum + each.user + each.nice + each.sys + each.idle + each.irq, 0);
  return { atMs: performance.now(), processes, busyMs: allMs - times.reduce((sum, each) => sum + each.idle, 0), allMs };
}

function readUse(pid: number): ProcessUse | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name may hold spaces; what follows its bracket is counted from the third column.
    const columns = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return {
      processorMs: (Number(columns[11]) + Number(columns[12])) * TICK_MS,
      memoryMB: Number(kilobytes ?? 0) / 1_024,
    };
  } catch {
    return null;
  }
}

/** Share of one core that each process used between two readings, and of the machine, in percent. Pure. */
export function shareOfCore(before: ServerUse, after: ServerUse) {
  const ms = Math.max(1, after.atMs - before.atMs);
  const processes: Record<string, number> = {};
  for (const [name, { processorMs }] of Object.entries(after.processes)) {
    processes[name] = ((processorMs - (before.processes[name]?.processorMs ?? processorMs)) * 100) / ms;
  }
  const machine = ((after.busyMs - before.busyMs) * 100) / Math.max(1, after.allMs - before.allMs);
  return { processes, machine };
}
