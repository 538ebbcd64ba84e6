import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { DATA } from "@/scripts/start/folders.mjs";
import { readRunRecord } from "@/scripts/start/run-record.mjs";

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** Processor time used so far, in ms: of each process of the Plenum that runs in this folder, and of the whole machine. */
export type ProcessorTimes = { atMs: number; processes: Record<string, number>; busyMs: number; allMs: number };

/** `url` must be of the Plenum that runs in this folder; of another one, and where there is no /proc, no process is known. */
export function readProcessorTimes(url: string): ProcessorTimes {
  const { address, children } = readRunRecord(DATA);
  const own = address && new URL(address).origin === url ? children : [];
  const processes: Record<string, number> = {};
  for (const { name, pid } of own) {
    const ms = processorMsOf(pid);
    if (ms !== null) processes[name] = ms;
  }
  const times = cpus().map((cpu) => cpu.times);
  const allMs = times.reduce((sum, each) => sum + each.user + each.nice + each.sys + each.idle + each.irq, 0);
  return { atMs: performance.now(), processes, busyMs: allMs - times.reduce((sum, each) => sum + each.idle, 0), allMs };
}

function processorMsOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name may hold spaces; what follows its bracket is counted from the third column.
    const columns = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(columns[11]) + Number(columns[12])) * TICK_MS;
  } catch {
    return null;
  }
}

/** Share of one core that each process used between two readings, and of the machine, in percent. Pure. */
export function shareOfCore(before: ProcessorTimes, after: ProcessorTimes) {
  const ms = Math.max(1, after.atMs - before.atMs);
  const processes: Record<string, number> = {};
  for (const [name, used] of Object.entries(after.processes)) {
    processes[name] = ((used - (before.processes[name] ?? used)) * 100) / ms;
  }
  const machine = ((after.busyMs - before.busyMs) * 100) / Math.max(1, after.allMs - before.allMs);
  return { processes, machine };
}
