import { join } from "node:path";
import { BUILD, PROJECT } from "./folders.mjs";
import { onceForInputs } from "./hash-inputs.mjs";
import { runCommand } from "./processes/run-command.mjs";

const CLIENT_INPUTS = ["prisma/schema", "prisma.config.ts", "package-lock.json"];
const PROCESS_INPUTS = ["lib", "prisma", "scripts", "components", "tsconfig.json", "package-lock.json"];
const PAGE_INPUTS = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

const stampOf = (name) => join(BUILD, "stamps", name);

/** Prisma's client, from the schema. Answers whether it had to be made. */
export function generateClient(dataFolder) {
  const result = join(PROJECT, "lib/server/generated/prisma/client.ts");
  return onceForInputs({ stamp: stampOf("client"), inputs: CLIENT_INPUTS, result }, () =>
    runCommand("generate", prisma("generate"), { dataFolder, env: prismaEnvironment() }),
  );
}

/** Next's pages. Answers whether they had to be built. */
export function buildPages(dataFolder) {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const command = [process.execPath, join(PROJECT, "node_modules/next/dist/bin/next"), "build"];
  const result = join(PROJECT, ".next/BUILD_ID");
  return onceForInputs({ stamp: stampOf("pages"), inputs: PAGE_INPUTS, result }, () =>
    runCommand("build", command, { dataFolder, env }),
  );
}

/** The processes' bundles. Answers whether they had to be built. */
export function buildProcesses() {
  return onceForInputs(
    { stamp: stampOf("processes"), inputs: PROCESS_INPUTS, result: join(BUILD, "web.mjs") },
    async () => {
      const { bundleProcesses } = await import("../build.mjs");
      await bundleProcesses(BUILD);
    },
  );
}

/** A command of Prisma's command line. */
export const prisma = (...words) => [process.execPath, join(PROJECT, "node_modules/prisma/build/index.js"), ...words];

/** Prisma would download its engine; ours is the same one as WebAssembly, which npm installed. */
export const prismaEnvironment = (more = {}) => ({
  ...process.env,
  ...more,
  PRISMA_SCHEMA_ENGINE_BINARY: join(PROJECT, "scripts/prisma-schema-engine.mjs"),
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  CHECKPOINT_DISABLE: "1",
});
