import type { RoomId } from "@/lib/domain/ids";
import { isRecordable } from "@/lib/domain/recording/recording";
import { recordingStore } from "@/lib/server/portraits/choose-store";
import { hotPool } from "@/lib/server/postgres/db";
import { pieceName } from "./piece-name";

/** The files of a recording that is over, in their order. */
export type Replay = { id: string; downloadable: boolean; pieces: { number: number; bytes: number }[] };

const REPLAY_SQL = `
SELECT g.id, g.downloadable, r.kind, r.main_room_id AS "mainRoomId",
  (SELECT coalesce(json_agg(json_build_object('number', p.number, 'bytes', p.bytes) ORDER BY p.number), '[]')
   FROM recording_piece p WHERE p.recording_id = g.id AND p.bytes > 0) AS pieces
FROM recording g JOIN room r ON r.id = g.room_id
WHERE g.id = $1 AND g.room_id = $2 AND g.stopped_at IS NOT NULL AND g.deleted_at IS NULL`;

type Row = Replay & Parameters<typeof isRecordable>[0];

/** A recording of this room that can be heard; null where there is none. Whether the caller sees the room is asked before. */
export async function replayOf(roomId: RoomId, recordingId: string): Promise<Replay | null> {
  const values = [recordingId, roomId];
  const { rows } = await hotPool().query<Row>({ name: "replay", text: REPLAY_SQL, values });
  const row = rows[0];
  if (!row || !isRecordable(row) || row.pieces.length === 0) return null;
  return { id: row.id, downloadable: row.downloadable, pieces: row.pieces };
}

/** Bytes `from` to `to`, both included, of all pieces put together; read a piece at a time, as they are taken. */
export async function* readReplay({ id, pieces }: Replay, from: number, to: number): AsyncGenerator<Uint8Array> {
  let begin = 0;
  for (const { number, bytes } of pieces) {
    const end = begin + bytes;
    if (begin <= to && end > from) {
      const file = await recordingStore().get(pieceName(id, number));
      if (!file) throw new Error(`piece ${number} of a recording is missing`);
      yield new Uint8Array(file.subarray(Math.max(0, from - begin), Math.min(bytes, to - begin + 1)));
    }
    begin = end;
  }
}
