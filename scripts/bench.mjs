import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { BUNDLING } from "./bundling.mjs";
import { buildPages, buildProcesses, generateClient } from "./start/build-all.mjs";
import { DATA } from "./start/folders.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BENCHES = join(ROOT, "tests/bench");
/** As deep below the root as the start's own scripts, which a bench takes in and which look for the root from there. */
const BUILT = join(ROOT, ".plenum/bench");

/** `npm run bench -- NAME`: makes the production build, bundles tests/bench/NAME.ts and runs it; its exit code is this one's. */
const [name = "", ...rest] = process.argv.slice(2);
const names = readdirSync(BENCHES, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => entry.name.slice(0, -3));
if (!names.includes(name) || !existsSync(join(BENCHES, `${name}.ts`))) {
  console.error(`Which one? npm run bench -- ${names.join(" | ")}`);
  process.exit(2);
}
mkdirSync(BUILT, { recursive: true });
await generateClient(DATA);
await buildProcesses();
await buildPages(DATA);
const outfile = join(BUILT, `${name}.mjs`);
await build({ ...BUNDLING, entryPoints: [join(BENCHES, `${name}.ts`)], outfile });
const child = spawn(process.execPath, ["--enable-source-maps", outfile, ...rest], { cwd: ROOT, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
