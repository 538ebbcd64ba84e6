import { hotPool } from "@/lib/server/postgres/db";

/** What only counts or watches is no change. */
const COUNTS = ["rate_limit", "_prisma_migrations"];

let asking: Promise<string> | undefined;

/** Every table with how many rows it has and what is in them, as one number. */
export async function rowsOfHouse(): Promise<Record<string, string>> {
  asking ??= statement();
  const { rows } = await hotPool().query<{ name: string; rows: string }>(await asking);
  return Object.fromEntries(rows.map(({ name, rows: told }) => [name, told]));
}

async function statement(): Promise<string> {
  const tables = await hotPool().query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> ALL($1)",
    [COUNTS],
  );
  return tables.rows
    .map(
      ({ name }) =>
        `SELECT '${name}' AS name, count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) AS rows FROM "${name}" t`,
    )
    .join(" UNION ALL ");
}
