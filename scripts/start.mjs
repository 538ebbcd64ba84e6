import { nodeFault } from "./start/check-node.mjs";

/**
 * `npm start`: everything Plenum needs, on this machine, in one go. `--dev` builds as one types (`npm run dev`),
 * `--lan` lets others in the network in. The rest is loaded after the check, because an old Node could not even read it.
 */
const fault = nodeFault();
if (fault) {
  console.error(fault);
  process.exit(1);
}
const { start } = await import("./start/start.mjs");
await start({ dev: process.argv.includes("--dev"), lan: process.argv.includes("--lan") });
