import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { mediaRooms } from "@/lib/media/api";
import { hotPool } from "@/lib/server/postgres/db";
import type { Readiness } from "@/lib/wire/operating/views";

/** Asks Postgres and the media server. Never throws. */
export async function readiness(): Promise<Readiness> {
  const [applied, media] = await Promise.all([appliedMigrations(), mediaAnswers()]);
  const database = applied !== null;
  const migrations = applied !== null && (await shippedMigrations()).every((name) => applied.has(name));
  return { ready: database && migrations && media, database, migrations, media };
}

/** The names of the migrations that were carried out; null where Postgres does not answer. */
async function appliedMigrations(): Promise<Set<string> | null> {
  try {
    const { rows } = await hotPool().query<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    return new Set(rows.map((row) => row.name));
  } catch (fault) {
    const missingTable = fault instanceof Error && "code" in fault && fault.code === "42P01";
    return missingTable ? new Set() : null;
  }
}

async function shippedMigrations(): Promise<string[]> {
  const entries = await readdir(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** Asked for a room that is never there, so that the answer is short. */
const mediaAnswers = (): Promise<boolean> =>
  mediaRooms()
    .listRooms(["readiness"])
    .then(
      () => true,
      () => false,
    );
