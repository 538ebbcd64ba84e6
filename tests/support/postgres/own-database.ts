import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { copyTemplate } from "./template-database";

/**
 * Runs before each file of integration tests: gives it an empty migrated database of its own and an environment that
 * points there, so that `db()` and `hotPool()` simply work. LiveKit is nowhere: tests that need one bring a fake.
 */
const { adminUrl, template, run } = inject("postgres");
const name = `${run}_${process.env.VITEST_POOL_ID ?? "1"}`;
const files = join(tmpdir(), `plenum-files-${name}`);

Object.assign(process.env, {
  DATABASE_URL: await copyTemplate(adminUrl, template, name),
  PLENUM_URL: "http://localhost:3000",
  PLENUM_LOCAL: "1",
  PLENUM_SECRET: "a secret that only the tests know, 32+",
  PLENUM_FILES: files,
  LIVEKIT_URL: "ws://127.0.0.1:9",
  LIVEKIT_API_KEY: "tests",
  LIVEKIT_API_SECRET: "a media secret that only the tests know",
  // A busy machine is no crowd: tests that want one say so.
  PLENUM_DOOR_P95_MS: "100000",
  LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
});

afterAll(async () => {
  const { closeProcess } = await import("@/tests/support/close-process");
  await closeProcess();
  await rm(files, { recursive: true, force: true });
});
