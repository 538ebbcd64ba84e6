import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BUILD, DATA } from "./folders.mjs";
import { readRunRecord } from "./processes/run-record.mjs";

/**
 * Runs one of our command lines with the environment of the Plenum that runs in this folder, or with the caller's own:
 * `node scripts/start/run-entry.mjs plenum token ada`. Ends with its exit code.
 */
const [name, ...args] = process.argv.slice(2);
const bundle = join(BUILD, `${name}.mjs`);
const { environment } = readRunRecord(DATA);
if (!existsSync(bundle) || !(environment || process.env.DATABASE_URL)) {
  console.error("Start Plenum first (npm start), then run this beside it.");
  process.exit(1);
}
const env = { LOG_LEVEL: "warn", ...environment, ...process.env, NODE_ENV: "production" };
process.exit(
  spawnSync(process.execPath, ["--enable-source-maps", bundle, ...args], { stdio: "inherit", env }).status ?? 1,
);
