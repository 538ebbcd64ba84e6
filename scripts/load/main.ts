import { readFileSync } from "node:fs";
import { DATA } from "@/scripts/start/folders.mjs";
import { readRunRecord } from "@/scripts/start/processes/run-record.mjs";
import { parsePlan, USAGE } from "./plan";
import { tableOf } from "./print";
import { runLoad } from "./run-load";

/**
 * Real listeners for one room: each takes a seat by the door, connects to the media server, and what comes to them is judged.
 * Prints a table for people and, as its last line, one JSON object. Exits with 1 where something is broken (nobody came in, a
 * listening process died, a seat was not given back), with 2 where the command line is wrong. How many were carried is no fault.
 */
const parsed = parsePlan(process.argv.slice(2), readRunRecord(DATA).address);
if (!parsed.ok) {
  console.error(`${parsed.message}\n\n${USAGE}`);
  process.exit(2);
}
const { plan } = parsed;
const tokens = plan.tokensFile === null ? [] : readTokens(plan.tokensFile);
const guests = Math.max(0, plan.listeners - tokens.length);
console.log(
  `${plan.listeners} listeners for ${plan.url}/rooms/${plan.roomId}: ${plan.listeners - guests} members, ${guests} guests, ${plan.processes} listening process${plan.processes === 1 ? "" : "es"}`,
);
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop.abort());
const result = await runLoad(plan, tokens, console.log, stop.signal);
for (const line of tableOf(result)) console.log(line);
console.log(JSON.stringify({ load: plan.roomId, ...result }));
process.exit(result.most === 0 || result.crashed > 0 || result.seatsLeft > 0 ? 1 : 0);

function readTokens(file: string): string[] {
  try {
    // What npm says of itself may stand around them.
    return readFileSync(file, "utf8").match(/\bplnm_[\w-]+/g) ?? [];
  } catch {
    console.error(`--tokens ${file} cannot be read`);
    return process.exit(2);
  }
}
