import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";
import { BUNDLING } from "./bundling.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Every process of its own, as TypeScript; Next builds its pages itself. */
const ENTRIES = ["web", "worker", "relay", "plenum", "seed"];

/** Bundles the processes into `folder/NAME.mjs`. */
export async function bundleProcesses(folder) {
  await build(bundling(folder));
}

/**
 * Bundles them again whenever a source changes, until the process ends. Names each one whose bundle became another.
 * @param {string} folder
 * @param {(name: string) => void} onChanged
 */
export async function watchBundles(folder, onChanged) {
  const hashes = new Map();
  const tellChanged = {
    name: "tell-changed",
    setup(watched) {
      watched.onEnd(({ outputFiles, errors }) => {
        if (errors.length > 0) return;
        for (const { path, hash, contents } of outputFiles) {
          const before = hashes.get(path);
          hashes.set(path, hash);
          writeFileSync(path, contents);
          if (before && before !== hash && path.endsWith(".mjs")) onChanged(basename(path, ".mjs"));
        }
      });
    },
  };
  const watching = await context({ ...bundling(folder), write: false, plugins: [tellChanged] });
  await watching.watch();
}

function bundling(folder) {
  return {
    ...BUNDLING,
    entryPoints: Object.fromEntries(ENTRIES.map((name) => [name, `scripts/${name}.ts`])),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundleProcesses(process.argv[2] ?? `${ROOT}.plenum/build`);
}
