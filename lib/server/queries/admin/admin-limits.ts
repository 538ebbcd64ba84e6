import { LIMITS, type Limit } from "@/lib/domain/limits/limits";
import { lineOf } from "@/lib/domain/limits/overrides";
import { env } from "@/lib/env";
import type { Caller } from "@/lib/server/callers/caller";
import { hotPool } from "@/lib/server/postgres/db";
import type { AdminLimits } from "@/lib/wire/admin/numbers";

const HITS_SQL = `
SELECT name, sum(hits)::int AS hits, max(minute) AS "lastAt" FROM limit_hit WHERE minute > now() - interval '1 day'
GROUP BY name ORDER BY hits DESC, name`;

/** Which limits refused somebody in the last day, as they hold here; null for who is no admin. */
export async function adminLimits(caller: Pick<Caller, "admin"> | null): Promise<AdminLimits | null> {
  if (!caller?.admin) return null;
  const { rows } = await hotPool().query<{ name: string; hits: number; lastAt: Date }>({
    name: "admin-limits",
    text: HITS_SQL,
  });
  // One that a later version does not know any more has no line.
  const known = rows.filter((row): row is typeof row & { name: Limit } => Object.hasOwn(LIMITS, row.name));
  return {
    limits: known.map(({ name, hits, lastAt }) => {
      const { PLENUM_LIMITS: own, PLENUM_ROOMS_OF_HOST: roomsOfHost } = env();
      const { points, duration } = lineOf(name, own, roomsOfHost);
      return { name, hits, points, seconds: duration, own: own[name] !== undefined, lastAt: lastAt.toISOString() };
    }),
  };
}
