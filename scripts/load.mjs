import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { BUNDLING } from "./bundling.mjs";
import { PROJECT } from "./start/folders.mjs";

/** As deep below the root as the start's own scripts, which the tool takes in and which look for the root from there. */
const BUILT = join(PROJECT, ".plenum/load");

/** `npm run load -- --room ROOM_ID --listeners N`: bundles scripts/load and runs it; its exit code is this one's. */
await build({
  ...BUNDLING,
  entryPoints: { main: "scripts/load/main.ts", listen: "scripts/load/listen.ts" },
  outdir: BUILT,
  outExtension: { ".js": ".mjs" },
});
const child = spawn(process.execPath, ["--enable-source-maps", join(BUILT, "main.mjs"), ...process.argv.slice(2)], {
  stdio: "inherit",
});
// A terminal's Ctrl-C reaches the tool itself; this process only has to outlive it.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code) => process.exit(code ?? 1));
