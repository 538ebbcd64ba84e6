import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { BUNDLING } from "./bundling.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PAGE = join(ROOT, "lib/wire/openapi.json");
const WIRE = join(ROOT, "lib/wire");
const BUNDLE = join(ROOT, ".plenum/openapi.mjs");

/**
 * Writes lib/wire/openapi.json, and lib/wire/api.ts with a file a noun beside it for our own client, from what the routes themselves say: their zod
 * schemas, refusals and summaries. With `--check` it writes nothing and exits with 1 where they are not what the routes say now.
 */
const routes = filesBelow("app/api", (path) => path.endsWith("/route.ts"));
const schemas = filesBelow("lib/wire", (path) => path.endsWith(".ts") && path !== "api.ts" && !path.startsWith("api/"));
for (const folder of [".plenum", "lib/wire/api"]) mkdirSync(join(ROOT, folder), { recursive: true });
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
const { described, types } = await import(pathToFileURL(BUNDLE).href);
settle(PAGE, `${JSON.stringify(described, null, 2)}\n`);
for (const [file, text] of Object.entries(types)) settle(join(WIRE, file), formatted(text));
for (const file of filesBelow("lib/wire/api", (path) => !(`api/${path}` in types)))
  settle(join(WIRE, "api", file), null);

/** `text` null: there is no such file any more. */
function settle(file, text) {
  const before = existsSync(file) ? readFileSync(file, "utf8") : null;
  if (before === text) return;
  if (!process.argv.includes("--check")) {
    if (text === null) rmSync(file);
    else writeFileSync(file, text);
  } else {
    console.error(`${file} is not what the routes say: run node scripts/openapi.mjs`);
    process.exitCode = 1;
  }
}

function formatted(text) {
  const biome = ["biome", "format", "--stdin-file-path=lib/wire/api.ts"];
  return execFileSync("npx", biome, { cwd: ROOT, input: text, encoding: "utf8" });
}

function filesBelow(folder, wanted) {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .map((path) => path.replaceAll("\\", "/"))
    .filter(wanted)
    .sort();
}

function entry() {
  const imports = [
    ...routes.map((route, index) => `import * as route${index} from "./app/api/${route}";`),
    ...schemas.map((file, index) => `import * as schemas${index} from "./lib/wire/${file}";`),
  ];
  const pairs = routes.map((route, index) => `[${JSON.stringify(`/api/${route}`)}, route${index}]`);
  const exported = schemas.map(
    (file, index) =>
      `...Object.entries(schemas${index}).map(([name, schema]) => [schema, { file: ${JSON.stringify(file.replace(/\.ts$/, ""))}, name }])`,
  );
  return `import { describeApi, operationsOf } from "./scripts/openapi/describe-api";
import { clientTypes } from "./scripts/openapi/write-client-types";
${imports.join("\n")}
const operations = operationsOf([${pairs.join(", ")}]);
const exported = new Map([${exported.join(", ")}] as [any, any][]);
export const described = describeApi(operations, exported);
export const types = clientTypes(operations, exported);`;
}
