import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The start with five small processes instead of Plenum's own, for tests of claiming, supervising and stopping.
 * `node small-start.mjs` starts; `node small-start.mjs NAME` is one of the five. PLENUM_DATA is the data folder;
 * SMALL_START_STUBBORN names one that hears no SIGTERM, SMALL_START_BROKEN one that ends at once.
 */
const NAMES = ["postgres", "livekit", "web", "worker", "relay"];
const [name] = process.argv.slice(2);

if (name) {
  if (process.env.SMALL_START_BROKEN === name) {
    console.log("a wrong value in the environment");
    process.exit(1);
  }
  process.on("SIGTERM", () => {
    if (process.env.SMALL_START_STUBBORN === name) return;
    appendFileSync(join(process.env.PLENUM_DATA, "stopped.txt"), `${name}\n`);
    process.exit(0);
  });
  setInterval(() => {}, 60_000);
  console.log(JSON.stringify({ level: 30, msg: "ready" }));
} else {
  const { start } = await import("../../scripts/start/start.mjs");
  await start({
    dev: false,
    lan: false,
    steps: async ({ supervisor, tell }) => {
      tell({ address: "http://localhost:12345" });
      for (const each of NAMES) {
        await supervisor.run({
          name: each,
          command: process.execPath,
          args: [fileURLToPath(import.meta.url), each],
          cwd: process.cwd(),
          env: process.env,
          readyLine: '"msg":"ready"',
        });
      }
      return "http://localhost:12345";
    },
  });
}
