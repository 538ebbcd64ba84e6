import { becauseOf } from "@/lib/domain/hallway/because";
import type { RoomKind, RoomStatus } from "@/lib/domain/rooms/room";
import { roomClubJson } from "@/lib/server/queries/clubs/room-club";
import { hallsJson, overflowOf } from "@/lib/server/queries/family/halls";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { blockedSql } from "@/lib/server/queries/people/person-visibility";
import { SEATS_SHOWN_SQL } from "@/lib/server/queries/rooms/seats-shown";
import type { RoomClub } from "@/lib/wire/clubs/views";
import type { Hall } from "@/lib/wire/family/views";
import type { RoomCard } from "@/lib/wire/hallway/views";

/** How many faces of the stage a card shows. */
const FACES_ON_A_CARD = 5;

/** What `picked` answers of rooms that nothing ties to anybody. */
export const UNTIED_SQL =
  "0 AS on_stage, 0 AS listening, NULL::uuid AS first_on_stage, false AS shares_language, '{}'::text[] AS my_topics";

/**
 * Completes a statement whose part `picked` (room_id, place and what UNTIED_SQL names) chose and ordered rooms for the person $1:
 * adds what a card shows. Faces of the stage: host, moderators, speakers, each by time on stage (behaviours 9), and nobody with
 * whom the person has a block. `more`: further columns.
 */
export const cardsOf = (picked: string, more = ""): string => `
${picked}
SELECT r.id, r.title, r.description, r.topics, r.language, r.kind, r.status, r.capacity,
  ${SEATS_SHOWN_SQL} AS "openSeats", r.live_at AS "liveAt", r.scheduled_for AS "scheduledFor", r.demo, sh.slug AS "showSlug", sh.title AS "showTitle", ${roomClubJson("$1::uuid")} AS club,
  coalesce(stage.faces, '[]') AS faces, stage.people AS "stageCount",
  coalesce(k.on_stage, 0) AS "followedOnStage", coalesce(k.listening, 0) AS "followedListening",
  (SELECT p.name FROM person p WHERE p.id = k.first_on_stage) AS "nameOnStage", k.shares_language AS "sharesLanguage",
  (SELECT topic FROM unnest(r.topics) AS topic WHERE lower(normalize(topic, NFC)) = ANY(k.my_topics) LIMIT 1) AS "sharedTopic",
  CASE WHEN r.overflow_opened > 0 THEN ${hallsJson("r.id")} ELSE '[]' END AS overflow${more}
FROM picked k JOIN room r ON r.id = k.room_id
LEFT JOIN show sh ON sh.id = r.show_id
CROSS JOIN LATERAL (
  SELECT (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND r.status <> 'scheduled' AND s.closed_at IS NULL AND s.role <> 'listener') AS people,
    (SELECT json_agg(${FACE_JSON_SQL} ORDER BY s.role, s.stage_since, s.id) FROM (
      SELECT s.person_id, s.role, s.stage_since, s.id FROM seat s
      WHERE s.room_id = r.id AND r.status <> 'scheduled' AND s.closed_at IS NULL AND s.role <> 'listener' AND s.person_id NOT IN (${blockedSql("$1::uuid")})
      ORDER BY s.role, s.stage_since, s.id LIMIT ${FACES_ON_A_CARD}) s JOIN person p ON p.id = s.person_id) AS faces) stage
ORDER BY k.place`;

export type CardRow = {
  id: string;
  title: string;
  description: string;
  topics: string[];
  language: string;
  kind: RoomKind;
  status: RoomStatus;
  capacity: number;
  openSeats: number;
  liveAt: Date | null;
  scheduledFor: Date | null;
  demo: boolean;
  showSlug: string | null;
  showTitle: string | null;
  club: RoomClub | null;
  faces: FaceJson[];
  stageCount: number;
  followedOnStage: number;
  followedListening: number;
  nameOnStage: string | null;
  sharesLanguage: boolean;
  sharedTopic: string | null;
  overflow: Hall[];
};

export function toCard(row: CardRow): RoomCard {
  const { id, title, description, topics, language, kind, status, capacity, openSeats, stageCount, demo } = row;
  const { followedOnStage, followedListening, nameOnStage, sharesLanguage, sharedTopic } = row;
  return {
    ...{ id, title, description, topics, language, kind, status, capacity, openSeats, stageCount, demo },
    ...{ followedOnStage, followedListening },
    because: becauseOf({ nameOnStage, followedOnStage, followedListening, sharesLanguage, sharedTopic }),
    liveAt: row.liveAt?.toISOString() ?? null,
    scheduledFor: row.scheduledFor?.toISOString() ?? null,
    show: row.showSlug !== null && row.showTitle !== null ? { slug: row.showSlug, title: row.showTitle } : null,
    club: row.club,
    stage: row.faces.map(faceOfJson),
    overflow: overflowOf(row.overflow),
  };
}
