import { hotPool } from "@/lib/server/postgres/db";

/** How far a recording was written, and how long ago it began. `piece`: the number of the next file. */
export type TakenUp = { samples: number; pages: number; piece: number; elapsedMs: number };

const TAKE_UP_SQL = `
UPDATE recording SET fence = $2, begun_at = coalesce(begun_at, clock_timestamp())
WHERE id = $1 AND fence <= $2 AND stopped_at IS NULL
RETURNING samples, pages, extract(epoch FROM clock_timestamp() - begun_at) * 1000 AS "elapsedMs",
  (SELECT coalesce(max(p.number) + 1, 0) FROM recording_piece p WHERE p.recording_id = recording.id) AS piece`;

type Row = { samples: string; pages: number; elapsedMs: string; piece: number };

/**
 * Takes a recording up where the relay before left it; from now on only who shows this fence writes it. Null where it has stopped,
 * or another relay came later.
 */
export async function takeUpRecording(recordingId: string, fence: bigint): Promise<TakenUp | null> {
  const values = [recordingId, fence.toString()];
  const { rows } = await hotPool().query<Row>({ name: "take-up-recording", text: TAKE_UP_SQL, values });
  const row = rows[0];
  return (
    (row && {
      samples: Number(row.samples),
      pages: row.pages,
      piece: row.piece,
      elapsedMs: Math.max(0, Number(row.elapsedMs)),
    }) ??
    null
  );
}
