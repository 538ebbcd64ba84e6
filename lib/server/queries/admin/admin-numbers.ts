import { healthOf } from "@/lib/domain/admin/health";
import { env } from "@/lib/env";
import type { Caller } from "@/lib/server/callers/caller";
import { hotPool } from "@/lib/server/postgres/db";
import { keptForAll } from "@/lib/server/queries/hallway/kept-for-all";
import { readiness } from "@/lib/server/queries/readiness";
import type { AdminCounts, AdminNumbers } from "@/lib/wire/admin/numbers";
import { COUNTS_SQL } from "./counts-sql";

const WORKING_SQL = `
SELECT EXISTS (SELECT FROM work_lease w WHERE w.name = 'sweep' AND w.lease_until > now()) AS sweeps,
  count(*)::int AS families, (count(*) FILTER (WHERE EXISTS (
    SELECT FROM work_lease l WHERE l.name = 'relay:' || m.id AND l.holder IS NOT NULL AND l.lease_until > now())))::int AS carried
FROM (SELECT DISTINCT o.main_room_id AS id FROM room o JOIN room m ON m.id = o.main_room_id
  WHERE o.status = 'live' AND m.status = 'live') m`;

type Working = { sweeps: boolean; families: number; carried: number };

const NOTHING: AdminCounts = { rooms: 0, halls: 0, people: 0, onStage: 0, joins: 0, refused: 0, waiting: 0, jobs: 0 };

/** What there is now and how each part is, the same for all admins of a process and at most a second old; null for anybody else. */
export async function adminNumbers(caller: Pick<Caller, "admin"> | null): Promise<AdminNumbers | null> {
  return caller?.admin ? keptForAll("adminNumbers", readNumbers) : null;
}

/** An admin is told also where there is no database, and then nothing but that. */
async function readNumbers(): Promise<AdminNumbers> {
  const ready = await readiness();
  const read = async <Row extends object>(name: string, text: string): Promise<Row | undefined> =>
    ready.database ? (await hotPool().query<Row>({ name, text })).rows[0] : undefined;
  const [counts = NOTHING, working = { sweeps: false, families: 0, carried: 0 }] = await Promise.all([
    read<AdminCounts>("admin-counts", COUNTS_SQL),
    read<Working>("admin-working", WORKING_SQL),
  ]);
  const { families, carried } = working;
  const sendsMail = Boolean(env().SMTP_URL) || env().PLENUM_LOCAL;
  return {
    at: new Date().toISOString(),
    counts,
    relays: { families, carried },
    health: healthOf({ ...ready, ...working, sendsMail }),
  };
}
