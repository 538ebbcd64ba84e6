import type { RoomId } from "@/lib/domain/ids";
import { isRecordable, keepsRecording } from "@/lib/domain/recording/recording";
import { type StageStep, stageStays } from "@/lib/domain/recording/stage-stays";
import type { Caller } from "@/lib/server/callers/caller";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import type { RecordingView } from "@/lib/wire/recording/views";
import { AUDIBLE_SQL, ENDED_AT_SQL, sinceBegunSql } from "./audible-sql";
import { replayLinesSql } from "./replay-lines-sql";

const SAMPLES_A_MS = 48;

/** Who came on the stage and left it, of those alone who agreed to be in the recording: who did not is named nowhere beside it. */
const STEPS_SQL = `
SELECT coalesce(json_agg(json_build_object('personId', s.person_id, 'on', s.on_stage, 'atMs', ${sinceBegunSql("s.at")})
  ORDER BY s.version), '[]')
FROM (
  SELECT v.version, v.at, v.type = 'stage_joined' AS on_stage, coalesce(v.facts->>'personId', v.facts->'person'->>'id') AS person_id
  FROM room_event v WHERE v.room_id = r.id AND v.audience = 'everyone' AND v.type IN ('stage_joined', 'stage_left')
    AND v.at <= ${ENDED_AT_SQL}) s
WHERE s.person_id IN (SELECT a.person_id::text FROM recording_answer a WHERE a.recording_id = g.id AND a.agrees)`;

const RECORDINGS_SQL = `
SELECT g.id, g.started_at AS "startedAt", g.started_by_id AS "startedById", g.samples, g.downloadable,
  r.created_by_id AS "roomMadeById", r.kind, r.main_room_id AS "mainRoomId",
  (SELECT sum(p.bytes)::float8 FROM recording_piece p WHERE p.recording_id = g.id) AS bytes,
  (SELECT coalesce(json_agg(json_build_object('fromMs', t.from_ms, 'toMs', t.to_ms, 'personId', t.person_id)
    ORDER BY t.from_ms, t.person_id), '[]') FROM recording_turn t WHERE t.recording_id = g.id) AS chapters,
  (${STEPS_SQL}) AS steps,
  (SELECT coalesce(json_object_agg(p.id, ${FACE_JSON_SQL}), '{}') FROM person p WHERE p.id IN (
    SELECT t.person_id FROM recording_turn t WHERE t.recording_id = g.id
    UNION SELECT a.person_id FROM recording_answer a WHERE a.recording_id = g.id AND a.agrees)) AS people,
  EXISTS (SELECT FROM ${replayLinesSql("$2::uuid")}) AS "hasChat"
FROM recording g JOIN room r ON r.id = g.room_id
WHERE g.room_id = $1 AND ${AUDIBLE_SQL}
ORDER BY g.started_at, g.id`;

type Stretch = { personId: string; fromMs: number; toMs: number };

type Row = {
  id: string;
  startedAt: Date;
  startedById: string | null;
  samples: string;
  downloadable: boolean;
  roomMadeById: string;
  bytes: number;
  chapters: Stretch[];
  steps: StageStep[];
  people: Record<string, FaceJson>;
  hasChat: boolean;
} & Parameters<typeof isRecordable>[0];

/** What can be heard of a room that the caller sees, the oldest first; null for others. Nothing of a closed room, ever. */
export async function recordingsOf(caller: Caller | null, roomId: RoomId): Promise<RecordingView[] | null> {
  if (!(await visibleRoom(caller, roomId))) return null;
  const values = [roomId, caller?.id ?? null];
  const { rows } = await hotPool().query<Row>({ name: "recordings", text: RECORDINGS_SQL, values });
  return rows.filter(isRecordable).map(({ chapters, steps, people, ...row }) => {
    const lengthMs = Math.floor(Number(row.samples) / SAMPLES_A_MS);
    const faced = (stretches: readonly Stretch[]) =>
      stretches.flatMap(({ personId, fromMs, toMs }) => {
        const face = people[personId];
        return face ? [{ person: faceOfJson(face), fromMs, toMs }] : [];
      });
    return {
      id: row.id,
      startedAt: row.startedAt.toISOString(),
      lengthMs,
      bytes: row.bytes,
      downloadable: row.downloadable,
      mine: caller !== null && keepsRecording({ id: caller.id, admin: caller.kind === "member" && caller.admin }, row),
      chapters: faced(chapters),
      stage: faced(stageStays(steps, lengthMs)),
      hasChat: row.hasChat,
    };
  });
}
