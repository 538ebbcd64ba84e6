import { EXPORT_KEPT_MS, MAX_EXPORT_TRIES } from "@/lib/domain/people/data-export";
import { hotPool } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import { gatherArchive } from "./gather-archive";

/** After this somebody else begins anew with what a dead worker left. */
const LEASE_SECONDS = 30;

/** Pieces are kept together until they are worth a row. */
const PART_BYTES = 256 * 1_024;

const CLAIM_SQL = `
UPDATE data_export SET state = 'gathering', holder = $1, tries = tries + 1, done = 0, bytes = 0,
  lease_until = now() + ${LEASE_SECONDS} * interval '1 second'
WHERE id = (SELECT id FROM data_export
  WHERE state = 'waiting' OR (state = 'gathering' AND lease_until < now())
  ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING id, person_id AS "personId", tries`;

const PROGRESS_SQL = `
UPDATE data_export SET done = $3, total = $4, lease_until = now() + ${LEASE_SECONDS} * interval '1 second'
WHERE id = $1 AND holder = $2 AND state = 'gathering'`;

const PART_SQL = `
INSERT INTO data_export_part (export_id, number, bytes)
SELECT e.id, $3::int, $4::bytea FROM data_export e WHERE e.id = $1 AND e.holder = $2 AND e.state = 'gathering'`;

const READY_SQL = `
UPDATE data_export SET state = 'ready', ready_at = now(), bytes = $3, holder = NULL, lease_until = NULL
WHERE id = $1 AND holder = $2 AND state = 'gathering'`;

const FAILED_SQL = `
UPDATE data_export SET state = CASE WHEN tries < ${MAX_EXPORT_TRIES} THEN 'waiting' ELSE 'failed' END::"ExportState",
  holder = NULL, lease_until = NULL
WHERE id = $1 AND holder = $2 AND state = 'gathering'`;

type Claimed = { id: string; personId: string; tries: number };

/** Gathers the archive that waits longest. Answers whether there was one. `holder`: this worker, and no other. */
export async function gatherNext(holder: string): Promise<boolean> {
  const { rows } = await hotPool().query<Claimed>({ name: "claim-export", text: CLAIM_SQL, values: [holder] });
  const claimed = rows[0];
  if (!claimed) return false;
  const mine = [claimed.id, holder];
  try {
    if (claimed.tries > MAX_EXPORT_TRIES) throw new Error("begun too often");
    const bytes = await gather(claimed, mine);
    await hotPool().query(READY_SQL, [...mine, bytes]);
  } catch (fault) {
    log().warn({ err: fault, exportId: claimed.id }, "an archive was not finished");
    await hotPool().query(FAILED_SQL, mine);
  }
  return true;
}

/** Answers its size. Throws where it is another's by now, or nobody wants it any more. */
async function gather({ id, personId }: Claimed, mine: string[]): Promise<number> {
  await hotPool().query("DELETE FROM data_export_part WHERE export_id = $1", [id]);
  let bytes = 0;
  let number = 0;
  let kept: Buffer[] = [];
  let keptBytes = 0;
  const store = async (): Promise<void> => {
    if (keptBytes === 0) return;
    await changeMine(PART_SQL, [...mine, number++, Buffer.concat(kept)]);
    kept = [];
    keptBytes = 0;
  };
  await gatherArchive(personId, {
    write: async (piece) => {
      bytes += piece.length;
      keptBytes += piece.length;
      kept.push(piece);
      if (keptBytes >= PART_BYTES) await store();
    },
    progress: (done, total) => changeMine(PROGRESS_SQL, [...mine, done, total]),
  });
  await store();
  return bytes;
}

async function changeMine(text: string, values: unknown[]): Promise<void> {
  const { rowCount } = await hotPool().query(text, values);
  if (rowCount !== 1) throw new Error("it is another worker's, or was given up");
}

/** Deletes archives that nobody can fetch any more, and what never became one. */
export async function dropExports(): Promise<void> {
  await hotPool().query(
    `DELETE FROM data_export WHERE ready_at < now() - $1 * interval '1 millisecond' OR asked_at < now() - interval '1 day'`,
    [EXPORT_KEPT_MS],
  );
}
