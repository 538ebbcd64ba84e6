import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

const MIGRATIONS = "prisma/migrations";
/** Any number does, if nobody else locks it: two runs must not make the template at once. */
const TEMPLATE_LOCK = 707_301;

/** A database with all migrations and no rows, made once per state of the migrations. Answers its name. */
export async function ensureTemplate(adminUrl: string): Promise<string> {
  const template = `plenum_template_${migrationsHash()}`;
  await withAdmin(adminUrl, async (admin) => {
    await admin.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [template]);
    if (rowCount) return;
    const unfinished = `${template}_unfinished`;
    await admin.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${unfinished}`);
    migrate(databaseUrl(adminUrl, unfinished));
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  });
  return template;
}

/** A name for this run's databases, so that runs that share a server do not meet. */
export const newRun = (): string => `plenum_test_${randomBytes(4).toString("hex")}`;

/** Makes the database anew as a copy of the template. Answers its address. */
export async function copyTemplate(adminUrl: string, template: string, name: string): Promise<string> {
  await withAdmin(adminUrl, async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return databaseUrl(adminUrl, name);
}

/** Drops every database that the run made. */
export async function dropRun(adminUrl: string, run: string): Promise<void> {
  await withAdmin(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [run],
    );
    for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  });
}

async function withAdmin(adminUrl: string, act: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await act(admin);
  } finally {
    await admin.end();
  }
}

function databaseUrl(adminUrl: string, name: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return url.href;
}

function migrationsHash(): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(MIGRATIONS).sort()) {
    const folder = join(MIGRATIONS, entry);
    if (statSync(folder).isDirectory()) hash.update(entry).update(readFileSync(join(folder, "migration.sql")));
  }
  return hash.digest("hex").slice(0, 10);
}

function migrate(url: string): void {
  const done = spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "migrate", "deploy"], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      PRISMA_SCHEMA_ENGINE_BINARY: join(process.cwd(), "scripts/prisma-schema-engine.mjs"),
    },
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`prisma migrate deploy failed: ${done.stdout}${done.stderr}`);
}
