import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checks } from "./test/checks.mjs";
import { countPlaywright, countVitest } from "./test/count-reports.mjs";
import { ensureChromium } from "./test/ensure-chromium.mjs";
import { runShown } from "./test/run-shown.mjs";

/**
 * `npm test` on a fresh clone or a worn one: installs what is missing, then runs the checks, the tests in memory,
 * those on a real Postgres, those of the start, and the browser's, each also after another failed.
 * `--long` (`npm run test:long`): instead of all that, the browser's tests that take longer.
 * The last line is `N passed, N failed`; exits with 1 where anything failed.
 */
const PROJECT = fileURLToPath(new URL("..", import.meta.url));
process.chdir(PROJECT);
const REPORTS = join(PROJECT, ".plenum/test-reports");
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0" };
const total = { passed: 0, failed: 0 };
/** What failed, said once more before the last line: there may be thousands of lines between. */
const failures = [];

if (await installed()) {
  if (process.argv.includes("--long")) await browserTests("long");
  else {
    for (const check of checks()) await suite(check.name, () => counted(check.command));
    await suite("vitest", async () => {
      const report = join(REPORTS, "vitest.json");
      const code = await runShown(
        ["npx", "vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
        env,
      );
      return whole(code, countVitest(report));
    });
    await browserTests("usual");
  }
}
for (const failure of failures) process.stdout.write(`\nnot ok: ${failure}`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/** Packages and the generated database client; nothing else can run without them. */
async function installed() {
  let ok = true;
  await suite("packages", async () => {
    const { isInstalled, INSTALL_COMMAND } = await import("./start/packages.mjs");
    ok = isInstalled() || (await runShown(INSTALL_COMMAND, env)) === 0;
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  });
  if (!ok) return false;
  await suite("database client", async () => {
    const schemaEngine = { ...env, PRISMA_SCHEMA_ENGINE_BINARY: join(PROJECT, "scripts/prisma-schema-engine.mjs") };
    ok = (await runShown(["npx", "prisma", "generate"], schemaEngine)) === 0;
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  });
  return ok;
}

/** Those of one project of playwright.config.ts. */
async function browserTests(project) {
  await suite("e2e", async () => {
    if (!(await ensureChromium())) return { passed: 0, failed: 1 };
    const report = join(REPORTS, "e2e.json");
    const reported = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const command = ["npx", "playwright", "test", `--project=${project}`, "--reporter=list,json"];
    return whole(await runShown(command, reported), countPlaywright(report));
  });
}

async function suite(name, run) {
  const from = performance.now();
  process.stdout.write(`\n=== ${name}\n`);
  const { passed, failed, names = failed > 0 ? [name] : [] } = await run();
  total.passed += passed;
  total.failed += failed;
  failures.push(...names);
  process.stdout.write(
    `=== ${name}: ${passed} ok, ${failed} not ok, ${Math.round((performance.now() - from) / 1000)} s\n`,
  );
}

/** A run that ended badly though nothing in its report failed was cut off: what it did not come to may fail. */
function whole(code, count) {
  if (code === 0 || count.failed > 0) return count;
  return { ...count, failed: 1, names: [`ended with code ${code} before its end`] };
}

async function counted(command) {
  const ok = (await runShown(command, env)) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}
