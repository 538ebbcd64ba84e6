import type { Role } from "@/lib/domain/roles";
import type { RoomKind, RoomStatus } from "@/lib/domain/room";
import { hotPool } from "@/lib/server/db";
import type { RoomView } from "@/lib/wire/views";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "./face-json";

/** How many of the audience a room view holds, the longest there first. */
const AUDIENCE_SHOWN = 60;

/** One statement, so that counts, faces and version are of one moment. */
const VIEW_SQL = `
SELECT r.id, r.title, r.description, r.topics, r.language, r.kind, r.status, r.guests_allowed AS "guestsAllowed", r.capacity,
  r.open_seats AS "openSeats", r.live_at AS "liveAt", r.scheduled_for AS "scheduledFor", r.ended_at AS "endedAt", r.demo,
  sh.slug AS "showSlug", sh.title AS "showTitle", coalesce(c.version, 0)::int AS version,
  (SELECT coalesce(json_agg(json_build_object('face', ${FACE_JSON_SQL}, 'role', s.role, 'stageSince', coalesce(s.stage_since, s.opened_at),
            'muted', s.muted_at IS NOT NULL, 'away', s.gone_at IS NOT NULL) ORDER BY s.role, s.stage_since, s.id), '[]')
   FROM seat s JOIN person p ON p.id = s.person_id
   WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') AS stage,
  (SELECT coalesce(json_agg(first.face ORDER BY first.opened_at, first.id), '[]') FROM (
     SELECT ${FACE_JSON_SQL} AS face, s.opened_at, s.id FROM seat s JOIN person p ON p.id = s.person_id
     WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role = 'listener'
     ORDER BY s.opened_at, s.id LIMIT ${AUDIENCE_SHOWN}) first) AS audience
FROM room r LEFT JOIN room_clock c ON c.room_id = r.id LEFT JOIN show sh ON sh.id = r.show_id
WHERE r.id = $1`;

type StageJson = { face: FaceJson; role: Role; stageSince: string; muted: boolean; away: boolean };

type ViewRow = {
  id: string;
  title: string;
  description: string;
  topics: string[];
  language: string;
  kind: RoomKind;
  status: RoomStatus;
  guestsAllowed: boolean;
  capacity: number;
  openSeats: number;
  liveAt: Date | null;
  scheduledFor: Date | null;
  endedAt: Date | null;
  demo: boolean;
  showSlug: string | null;
  showTitle: string | null;
  version: number;
  stage: StageJson[];
  audience: FaceJson[];
};

/** The room as it is now, for everyone in it; null where there is none. Most callers want roomView, which shares it. */
export async function readRoomView(roomId: string): Promise<RoomView | null> {
  const { rows } = await hotPool().query<ViewRow>(VIEW_SQL, [roomId]);
  const row = rows[0];
  if (!row) return null;
  const { version, stage, audience, showSlug, showTitle, liveAt, scheduledFor, endedAt, ...details } = row;
  return {
    room: {
      ...details,
      liveAt: liveAt?.toISOString() ?? null,
      scheduledFor: scheduledFor?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      show: showSlug !== null && showTitle !== null ? { slug: showSlug, title: showTitle } : null,
    },
    version,
    stage: stage.map(({ face, stageSince, ...seat }) => ({
      ...faceOfJson(face),
      ...seat,
      stageSince: new Date(stageSince).toISOString(),
    })),
    audience: audience.map(faceOfJson),
    audienceCount: details.openSeats - stage.length,
  };
}
