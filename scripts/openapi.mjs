import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { BUNDLING } from "./bundling.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PAGE = join(ROOT, "lib/wire/openapi.json");
const BUNDLE = join(ROOT, ".plenum/openapi.mjs");

/**
 * Writes lib/wire/openapi.json from what the routes themselves say: their commands' zod inputs and summaries.
 * With `--check` it writes nothing and exits with 1 where the file is not what the routes say now.
 */
const routes = readdirSync(join(ROOT, "app/api"), { recursive: true })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith("/route.ts"))
  .sort();
mkdirSync(join(ROOT, ".plenum"), { recursive: true });
await build({
  ...BUNDLING,
  stdin: { contents: entry(), resolveDir: ROOT, loader: "ts" },
  outfile: BUNDLE,
  // Next's package has no export map, so that Node wants its files by their whole names.
  plugins: [
    {
      name: "next-files",
      setup: (bundling) =>
        bundling.onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path }) => ({ path: `${path}.js`, external: true })),
    },
  ],
});
const { described } = await import(pathToFileURL(BUNDLE).href);
const page = `${JSON.stringify(described, null, 2)}\n`;
if (!process.argv.includes("--check")) writeFileSync(PAGE, page);
else if (readFileSync(PAGE, "utf8") !== page) {
  console.error("lib/wire/openapi.json is not what the routes say: run node scripts/openapi.mjs");
  process.exit(1);
}

function entry() {
  const imports = routes.map((route, index) => `import * as route${index} from "./app/api/${route}";`);
  const pairs = routes.map((route, index) => `[${JSON.stringify(`/api/${route}`)}, route${index}]`);
  return `import { describeApi } from "./scripts/openapi/describe-api";
${imports.join("\n")}
export const described = describeApi([${pairs.join(", ")}]);`;
}
