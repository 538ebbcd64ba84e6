import { readdirSync, readFileSync } from "node:fs";

/** Stops a process of ours and all that it has begun, as a hung machine would: sockets stay open and nobody answers. Returns what lets them go on. */
export function freeze(pid: number): () => void {
  // The parent first, so that it begins nothing meanwhile.
  const frozen: number[] = [];
  for (const one of [pid, ...childrenOf(pid)]) {
    process.kill(one, "SIGSTOP");
    frozen.push(one);
  }
  return () => {
    for (const one of frozen.reverse()) process.kill(one, "SIGCONT");
  };
}

/** Children, and theirs. Source: proc(5), the fourth field of stat. */
function childrenOf(parent: number): number[] {
  const children = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && parentOf(name) === parent);
  return children.map(Number).flatMap((child) => [child, ...childrenOf(child)]);
}

function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}
