import { defineConfig } from "@playwright/test";
import { CHROMIUM, QUIET_CHROMIUM } from "./tests/support/chromium";

const LONG = /@long/;

/**
 * End to end: Chromium, a real LiveKit, real sound. The whole product is started once (tests/e2e/support/stack.ts);
 * people, rooms and sound are made by each test. Nothing is tried twice: a test that passes at the second try hides a fault.
 * What carries the tag `@long` is the project `long`, of `npm run test:long`.
 */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.test.ts",
  globalSetup: "./tests/e2e/support/stack.ts",
  workers: 1,
  retries: 0,
  timeout: 90_000,
  globalTimeout: 70 * 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    browserName: "chromium",
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    // It costs a tenth of the time and more; `--trace on` has it for the one test that is looked into.
    trace: "off",
    launchOptions: {
      ...CHROMIUM,
      args: [...QUIET_CHROMIUM, "--autoplay-policy=no-user-gesture-required"],
    },
  },
  projects: [
    { name: "usual", grepInvert: LONG },
    { name: "long", grep: LONG },
  ],
});
