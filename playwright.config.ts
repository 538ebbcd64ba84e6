import { defineConfig } from "@playwright/test";
import { CHROMIUM, QUIET_CHROMIUM } from "./tests/support/chromium";

/**
 * End to end: Chromium, a real LiveKit, real sound. The whole product is started once (tests/e2e/support/stack.ts);
 * people, rooms and sound are made by each test. Nothing is tried twice: a test that passes at the second try hides a fault.
 */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.test.ts",
  globalSetup: "./tests/e2e/support/stack.ts",
  workers: 1,
  retries: 0,
  timeout: 60_000,
  globalTimeout: 45 * 60_000,
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
    trace: "retain-on-failure",
    launchOptions: {
      ...CHROMIUM,
      args: [...QUIET_CHROMIUM, "--autoplay-policy=no-user-gesture-required"],
    },
  },
});
