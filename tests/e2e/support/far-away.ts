import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs the bench `far` with these arguments: its figures. Throws with what it wrote where it failed, as it does where no bad network can be made. */
export async function benchFar(args: string[]): Promise<Record<string, number>> {
  const bench = spawn(process.execPath, ["scripts/bench.mjs", "far", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let [output, faults] = ["", ""];
  bench.stdout.on("data", (chunk) => {
    output += chunk;
  });
  bench.stderr.on("data", (chunk) => {
    faults += chunk;
  });
  await once(bench, "close");
  if (bench.exitCode !== 0) throw new Error(`The bench ended with ${bench.exitCode}:\n${output}${faults}`);
  return JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
}
