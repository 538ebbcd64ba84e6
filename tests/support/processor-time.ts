import { readFileSync } from "node:fs";

/** Milliseconds that the process has computed so far. Where the system has no such file, not known. */
export function cpuMsOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    // In hundredths of a second. Source: proc(5), utime and stime.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return Number.NaN;
  }
}
