import type { TestProject } from "vitest/node";
import { startEmbedded } from "./embedded-postgres";
import { dropRun, ensureTemplate, newRun } from "./template-database";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the tests' Postgres is, the migrated template in it, and a name that no other run has. */
    postgres: { adminUrl: string; template: string; run: string };
  }
}

/** Nothing here outlives the run, so nothing has to survive a power cut. */
const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];

/**
 * One Postgres for a whole run of the integration tests: the one at TEST_DATABASE_URL (a superuser's address), or an
 * embedded one in a folder of its own, so that runs beside each other never meet.
 */
export default async function startPostgres(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { adminUrl: given, stop: async () => {} } : await startEmbedded(FAST);
  try {
    const run = newRun();
    project.provide("postgres", { adminUrl: server.adminUrl, template: await ensureTemplate(server.adminUrl), run });
    return async () => {
      if (given) await dropRun(given, run);
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
