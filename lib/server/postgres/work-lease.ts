import { hotPool } from "./db";

/** How long a claim holds, and how often its holder renews it: a dead process's work is taken over within 3 s. Source: mechanics, relay. */
export const WORK_LEASE_MS = 3_000;
export const WORK_RENEW_MS = 1_000;

const CLAIM_SQL = `
INSERT INTO work_lease AS lease (name, holder, fence, lease_until)
SELECT name, $2, 1, clock_timestamp() + $3 * interval '1 millisecond' FROM unnest($1::text[]) AS work(name) ORDER BY name
ON CONFLICT (name) DO UPDATE SET
  holder = excluded.holder,
  fence = lease.fence + CASE WHEN lease.holder = excluded.holder THEN 0 ELSE 1 END,
  lease_until = excluded.lease_until
WHERE lease.holder = excluded.holder OR lease.lease_until IS NULL OR lease.lease_until < clock_timestamp()
RETURNING name, fence`;

/**
 * Takes or renews the lease on a piece of work that one process at a time does. Answers its fencing number, which grows with
 * every change of holder, or null while another process holds it. `holder` names this process and nobody else's.
 * Faults where Postgres is away; then nothing is known.
 */
export async function claimWork(name: string, holder: string): Promise<bigint | null> {
  return (await claimEachWork([name], holder)).get(name) ?? null;
}

/** The same for several pieces of work at once: the fences of those that are held now. */
export async function claimEachWork(names: string[], holder: string): Promise<Map<string, bigint>> {
  if (names.length === 0) return new Map();
  const { rows } = await hotPool().query<{ name: string; fence: string }>({
    name: "claim-work",
    text: CLAIM_SQL,
    values: [names, holder, WORK_LEASE_MS],
  });
  return new Map(rows.map(({ name, fence }) => [name, BigInt(fence)]));
}

/** Lets go, so that a successor need not wait for the lease to run out. Does nothing where it is not held. */
export async function releaseWork(name: string, holder: string): Promise<void> {
  await hotPool().query("UPDATE work_lease SET holder = NULL, lease_until = NULL WHERE name = $1 AND holder = $2", [
    name,
    holder,
  ]);
}
