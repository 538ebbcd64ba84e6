import type { Limit } from "@/lib/domain/limits/limits";
import { hotPool } from "@/lib/server/postgres/db";
import { oncePerProcess } from "@/lib/server/postgres/process";

/** Whoever is refused is not made to wait for it to be written down, and a flood of them is a few rows a minute. */
const WRITTEN_EVERY_MS = 5_000;

const WRITE_SQL = `
INSERT INTO limit_hit AS h (name, minute, hits)
SELECT name, date_trunc('minute', now()), hits FROM unnest($1::text[], $2::int[]) AS n(name, hits) ORDER BY name
ON CONFLICT (name, minute) DO UPDATE SET hits = h.hits + excluded.hits`;

type Counted = { hits: Map<Limit, number>; timer: NodeJS.Timeout | null };

const counted = (): Counted => oncePerProcess("limit hits", () => ({ hits: new Map(), timer: null }));

/** Counts that somebody was refused by a limit. */
export function countHit(limit: Limit): void {
  const here = counted();
  here.hits.set(limit, (here.hits.get(limit) ?? 0) + 1);
  here.timer ??= setTimeout(() => void writeHits(), WRITTEN_EVERY_MS).unref();
}

/** Writes down what was counted in this process; where the database is away it is kept for the next time. */
export async function writeHits(): Promise<void> {
  const here = counted();
  if (here.timer) clearTimeout(here.timer);
  here.timer = null;
  const hits = [...here.hits];
  if (hits.length === 0) return;
  here.hits.clear();
  const values = [hits.map(([name]) => name), hits.map(([, count]) => count)];
  try {
    await hotPool().query({ name: "write-limit-hits", text: WRITE_SQL, values });
  } catch {
    for (const [name, count] of hits) here.hits.set(name, (here.hits.get(name) ?? 0) + count);
    here.timer ??= setTimeout(() => void writeHits(), WRITTEN_EVERY_MS).unref();
  }
}
