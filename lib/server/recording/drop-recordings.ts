import { type KeptRecording, type RecordingLimits, recordingsToDrop } from "@/lib/domain/recording/limits";
import { env } from "@/lib/env";
import { recordingStore } from "@/lib/server/portraits/choose-store";
import { db, hotPool } from "@/lib/server/postgres/db";
import { pieceName } from "./piece-name";

const GB = 1e9;

/** Deletes the files of a recording that nobody may hear any more, then what is known of them. Safe to repeat. */
export async function dropFiles(recordingId: string): Promise<void> {
  const pieces = await db().recordingPiece.findMany({ where: { recordingId }, select: { number: true } });
  for (const { number } of pieces) {
    await recordingStore().delete(pieceName(recordingId, number));
    await db().recordingPiece.deleteMany({ where: { recordingId, number } });
  }
  await db().recordingTurn.deleteMany({ where: { recordingId } });
}

const KEPT_SQL = `
SELECT g.id, g.started_at AS "startedAt", coalesce(sum(p.bytes), 0)::float8 AS bytes
FROM recording g LEFT JOIN recording_piece p ON p.recording_id = g.id
WHERE g.stopped_at IS NOT NULL AND g.deleted_at IS NULL GROUP BY g.id`;

const LEFT_SQL = `
SELECT g.id FROM recording g
WHERE (g.deleted_at IS NOT NULL OR g.room_id IS NULL) AND EXISTS (SELECT FROM recording_piece p WHERE p.recording_id = g.id)`;

/**
 * Keeps what the operator allows: what is too old goes, and the oldest where all together take too much. Also deletes the files of
 * recordings whose room is gone, or whose deletion was cut short.
 */
export async function keepRecordings(now: Date, limits: RecordingLimits = limitsOfHouse()): Promise<void> {
  const { rows: kept } = await hotPool().query<KeptRecording>(KEPT_SQL);
  const tooMuch = recordingsToDrop(kept, limits, now);
  await db().recording.updateMany({ where: { id: { in: tooMuch } }, data: { deletedAt: now } });
  await db().recording.updateMany({ where: { roomId: null, stoppedAt: null }, data: { stoppedAt: now } });
  const { rows: left } = await hotPool().query<{ id: string }>(LEFT_SQL);
  for (const { id } of left) await dropFiles(id);
}

function limitsOfHouse(): RecordingLimits {
  const { PLENUM_RECORDING_DAYS: days, PLENUM_RECORDING_GB: gigabytes } = env();
  return { days: days || null, bytes: gigabytes ? gigabytes * GB : null };
}
