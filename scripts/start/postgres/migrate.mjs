import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { prisma, prismaEnvironment } from "../build-all.mjs";
import { PROJECT } from "../folders.mjs";
import { runCommand } from "../processes/run-command.mjs";

/** Brings the database to the newest migration. Asks the database itself first, because Prisma takes seconds to say "nothing to do". */
export async function migrate(url, dataFolder) {
  if (await isMigrated(url)) return false;
  await runCommand("migrate", prisma("migrate", "deploy"), {
    dataFolder,
    env: prismaEnvironment({ DATABASE_URL: url }),
  });
  return true;
}

async function isMigrated(url) {
  const { default: pg } = await import("pg");
  const folder = join(PROJECT, "prisma/migrations");
  const wanted = readdirSync(folder).filter((name) => existsSync(join(folder, name, "migration.sql")));
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    return wanted.every((name) => rows.some((row) => row.name === name));
  } catch {
    // No such table or no such database yet: Prisma makes both, or says plainly what is wrong.
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
