import { recordingStore } from "@/lib/server/portraits/choose-store";
import { hotPool } from "@/lib/server/postgres/db";
import { pieceName } from "./piece-name";

/** Who writes which recording. */
export type Pen = { recordingId: string; fence: bigint };

/** Somebody heard without a longer pause. */
export type Turn = { personId: string; fromMs: number; toMs: number };

/** All that is in a piece so far, and how far the recording reaches with it. */
export type Written = { number: number; bytes: Buffer; samples: number; pages: number; turns: readonly Turn[] };

const OPEN_SQL = `
INSERT INTO recording_piece (recording_id, number)
SELECT id, $3 FROM recording WHERE id = $1 AND fence = $2 AND deleted_at IS NULL ON CONFLICT DO NOTHING`;

const WRITE_SQL = `
WITH mine AS (
  UPDATE recording SET samples = $3, pages = $4 WHERE id = $1 AND fence = $2 AND deleted_at IS NULL RETURNING id
), turns AS (
  INSERT INTO recording_turn (recording_id, from_ms, person_id, to_ms)
  SELECT mine.id, t.from_ms, t.person_id, t.to_ms
  FROM mine, unnest($7::int[], $8::uuid[], $9::int[]) AS t(from_ms, person_id, to_ms)
  WHERE EXISTS (SELECT FROM person p WHERE p.id = t.person_id)
  ON CONFLICT (recording_id, from_ms, person_id) DO UPDATE SET to_ms = excluded.to_ms
)
UPDATE recording_piece p SET bytes = $6 FROM mine WHERE p.recording_id = mine.id AND p.number = $5 RETURNING p.number`;

/**
 * Writes a piece anew with what has come to it. Its row is there before its file, so that no file is without one; what the row
 * says counts, so that a crash in between leaves what was there. Answers false where the recording is no longer this relay's or
 * was deleted: then the file is gone again too.
 */
export async function writeRecording({ recordingId, fence }: Pen, written: Written): Promise<boolean> {
  const { number, bytes, samples, pages, turns } = written;
  const pen = [recordingId, fence.toString()];
  await hotPool().query({ name: "open-piece", text: OPEN_SQL, values: [...pen, number] });
  const store = recordingStore();
  await store.put(pieceName(recordingId, number), bytes);
  const { rowCount } = await hotPool().query({
    name: "write-recording",
    text: WRITE_SQL,
    values: [
      ...pen,
      samples,
      pages,
      number,
      bytes.length,
      turns.map(({ fromMs }) => fromMs),
      turns.map(({ personId }) => personId),
      turns.map(({ toMs }) => toMs),
    ],
  });
  if (rowCount === 1) return true;
  if (!(await isKept(recordingId, number))) await store.delete(pieceName(recordingId, number));
  return false;
}

/** Another relay never writes this piece: it begins with the next number. */
async function isKept(recordingId: string, number: number): Promise<boolean> {
  const values = [recordingId, number];
  const text = "SELECT FROM recording_piece WHERE recording_id = $1 AND number = $2";
  return (await hotPool().query({ name: "piece-kept", text, values })).rowCount === 1;
}
