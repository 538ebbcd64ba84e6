import type { RoomId } from "@/lib/domain/ids";
import { isRecordable, keepsRecording } from "@/lib/domain/recording/recording";
import type { Caller } from "@/lib/server/callers/caller";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import type { RecordingView } from "@/lib/wire/recording/views";

const SAMPLES_A_MS = 48;

const RECORDINGS_SQL = `
SELECT g.id, g.started_at AS "startedAt", g.started_by_id AS "startedById", g.samples, g.downloadable,
  r.created_by_id AS "roomMadeById", r.kind, r.main_room_id AS "mainRoomId",
  (SELECT sum(p.bytes)::float8 FROM recording_piece p WHERE p.recording_id = g.id) AS bytes,
  (SELECT coalesce(json_agg(json_build_object('fromMs', t.from_ms, 'toMs', t.to_ms, 'person', (
      SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = t.person_id)) ORDER BY t.from_ms, t.person_id), '[]')
   FROM recording_turn t WHERE t.recording_id = g.id) AS chapters
FROM recording g JOIN room r ON r.id = g.room_id
WHERE g.room_id = $1 AND g.stopped_at IS NOT NULL AND g.deleted_at IS NULL AND g.samples > 0
ORDER BY g.started_at, g.id`;

type Row = {
  id: string;
  startedAt: Date;
  startedById: string | null;
  samples: string;
  downloadable: boolean;
  roomMadeById: string;
  bytes: number;
  chapters: { fromMs: number; toMs: number; person: FaceJson }[];
} & Parameters<typeof isRecordable>[0];

/** What can be heard of a room that the caller sees, the oldest first; null for others. Nothing of a closed room, ever. */
export async function recordingsOf(caller: Caller | null, roomId: RoomId): Promise<RecordingView[] | null> {
  if (!(await visibleRoom(caller, roomId))) return null;
  const { rows } = await hotPool().query<Row>({ name: "recordings", text: RECORDINGS_SQL, values: [roomId] });
  return rows.filter(isRecordable).map(({ chapters, ...row }) => ({
    id: row.id,
    startedAt: row.startedAt.toISOString(),
    lengthMs: Math.floor(Number(row.samples) / SAMPLES_A_MS),
    bytes: row.bytes,
    downloadable: row.downloadable,
    mine: caller !== null && keepsRecording({ id: caller.id, admin: caller.kind === "member" && caller.admin }, row),
    chapters: chapters.map(({ person, ...turn }) => ({ ...turn, person: faceOfJson(person) })),
  }));
}
