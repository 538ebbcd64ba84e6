import type { RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { hotPool } from "@/lib/server/postgres/db";
import { hallsJson } from "@/lib/server/queries/family/halls";
import { type ChannelJson, channelsJson, toChannels } from "@/lib/server/queries/interpreting/channels";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { followedVersionKnown } from "@/lib/server/queries/roster/followed-section";
import type { Hall } from "@/lib/wire/family/views";
import type { RoomView } from "@/lib/wire/rooms/views";
import { ROOM_DETAILS_JOINS, ROOM_DETAILS_SQL, type RoomDetailsRow, toRoomDetails } from "./room-details";

/** How many of the audience a room view holds, the longest there first. */
const AUDIENCE_SHOWN = 60;

/** One statement, so that counts, faces and version are of one moment. */
const VIEW_SQL = `
SELECT ${ROOM_DETAILS_SQL}, coalesce(c.version, 0)::int AS version,
  (SELECT coalesce(json_agg(json_build_object('face', ${FACE_JSON_SQL}, 'role', s.role, 'stageSince', coalesce(s.stage_since, s.opened_at),
            'muted', s.muted_at IS NOT NULL, 'away', s.gone_at IS NOT NULL, 'asksIn', s.asks_in, 'from', (
              SELECT o.overflow_number FROM held_seat h JOIN room o ON o.id = h.room_id
              WHERE h.person_id = s.person_id AND h.closed_at IS NULL AND o.main_room_id = r.id)) ORDER BY s.role, s.stage_since, s.id), '[]')
   FROM seat s JOIN person p ON p.id = s.person_id
   WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') AS stage,
  (SELECT coalesce(json_agg(first.face ORDER BY first.opened_at, first.id), '[]') FROM (
     SELECT ${FACE_JSON_SQL} AS face, s.opened_at, s.id FROM seat s JOIN person p ON p.id = s.person_id
     WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role = 'listener'
     ORDER BY s.opened_at, s.id LIMIT ${AUDIENCE_SHOWN}) first) AS audience,
  (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role = 'listener') AS "audienceCount",
  CASE WHEN r.main_room_id IS NOT NULL OR r.overflow_opened > 0 THEN ${hallsJson("coalesce(r.main_room_id, r.id)")} ELSE '[]' END AS halls,
  ${channelsJson("coalesce(r.main_room_id, r.id)")} AS channels
FROM room r LEFT JOIN room_clock c ON c.room_id = r.id ${ROOM_DETAILS_JOINS}
WHERE r.id = $1`;

type StageJson = {
  face: FaceJson;
  role: Role;
  stageSince: string;
  muted: boolean;
  away: boolean;
  from: number | null;
  asksIn: string | null;
};

type ViewRow = RoomDetailsRow & {
  version: number;
  stage: StageJson[];
  audience: FaceJson[];
  audienceCount: number;
  halls: Hall[];
  channels: ChannelJson;
};

/** The room as it is now, for everyone in it; null where there is none. Most callers want roomView, which shares it. */
export async function readRoomView(roomId: RoomId): Promise<RoomView | null> {
  const { rows } = await hotPool().query<ViewRow>(VIEW_SQL, [roomId]);
  const row = rows[0];
  if (!row) return null;
  const { version, stage, audience, audienceCount, halls, channels } = row;
  const main = row.mainRoomId === null ? null : await readRoomView(row.mainRoomId as RoomId);
  return {
    room: toRoomDetails(row),
    version,
    stage: stage.map(({ face, stageSince, asksIn, ...seat }) => ({
      ...faceOfJson(face),
      ...seat,
      ...(asksIn !== null && { asksIn }),
      stageSince: new Date(stageSince).toISOString(),
    })),
    audience: audience.map(faceOfJson),
    audienceCount,
    followedVersion: followedVersionKnown(roomId),
    halls,
    channels: toChannels(channels),
    main: main && { room: main.room, version: main.version, stage: main.stage },
  };
}
