import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

/** Rules in memory; commands on a real Postgres; the start and its supervisor; import directions. E2e is Playwright's. */
export default defineConfig({
  resolve: { alias },
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/postgres/start-postgres.ts"],
          setupFiles: ["tests/support/postgres/own-database.ts", "tests/support/hold-to-contract.ts"],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: { name: "start", include: ["tests/start/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      { extends: true, test: { name: "architecture", include: ["tests/*.test.ts"] } },
    ],
  },
});
