import { HISTORY, type HistoryRange } from "@/lib/domain/admin/history";
import type { Caller } from "@/lib/server/callers/caller";
import { hotPool } from "@/lib/server/postgres/db";
import type { AdminCounts, AdminHistory } from "@/lib/wire/admin/numbers";

const HISTORY_SQL = `
SELECT date_bin(make_interval(mins => $2::int), at, 'epoch') AS at, max(rooms) AS rooms, max(halls) AS halls, max(people) AS people,
  max(on_stage) AS "onStage", max(joins) AS joins, max(refused) AS refused, max(waiting) AS waiting, max(jobs) AS jobs
FROM sample WHERE at > $3::timestamptz - make_interval(hours => $1::int) AND at <= $3::timestamptz GROUP BY 1 ORDER BY 1`;

/** What there was until `now`, from the worker's samples; null for who is no admin. */
export async function adminHistory(
  caller: Pick<Caller, "admin"> | null,
  range: HistoryRange,
  now: Date,
): Promise<AdminHistory | null> {
  if (!caller?.admin) return null;
  const { hours, stepMinutes } = HISTORY[range];
  const { rows } = await hotPool().query<AdminCounts & { at: Date }>({
    name: "admin-history",
    text: HISTORY_SQL,
    values: [hours, stepMinutes, now],
  });
  return { points: rows.map(({ at, ...counts }) => ({ at: at.toISOString(), ...counts })) };
}
