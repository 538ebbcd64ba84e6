import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Every process of its own, as TypeScript; Next builds its pages itself. */
const ENTRIES = ["web", "worker", "relay", "plenum", "seed"];

/**
 * Bundles the processes into `folder/NAME.mjs`. Packages stay outside: they are installed anyway, and some hold native parts.
 */
export async function bundleProcesses(folder) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(ENTRIES.map((name) => [name, `scripts/${name}.ts`])),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundleProcesses(process.argv[2] ?? `${ROOT}.plenum/build`);
}
