import type { RoomKind, RoomStatus } from "@/lib/domain/rooms/room";
import { hallsJson, overflowOf } from "@/lib/server/queries/family/halls";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import type { Hall } from "@/lib/wire/family/views";
import type { RoomCard } from "@/lib/wire/hallway/views";

/** How many faces of the stage a card shows. */
const FACES_ON_A_CARD = 5;

/**
 * Completes a statement whose part `picked` (room_id, followed) chose and ordered rooms for the person $1: adds what a card
 * shows. Faces of the stage: host, moderators, speakers, each by time on stage (behaviours 9).
 */
export const cardsOf = (picked: string): string => `
${picked}
SELECT r.id, r.title, r.description, r.topics, r.language, r.kind, r.status, r.capacity, r.open_seats AS "openSeats",
  r.live_at AS "liveAt", r.scheduled_for AS "scheduledFor", r.demo, sh.slug AS "showSlug", sh.title AS "showTitle",
  coalesce(stage.faces, '[]') AS faces, stage.people AS "stageCount", coalesce(k.followed, 0)::int AS "followedOnStage",
  CASE WHEN r.overflow_opened > 0 THEN ${hallsJson("r.id")} ELSE '[]' END AS overflow
FROM picked k JOIN room r ON r.id = k.room_id
LEFT JOIN show sh ON sh.id = r.show_id
LEFT JOIN LATERAL (
  SELECT count(*)::int AS people, json_agg(face ORDER BY place) FILTER (WHERE place <= ${FACES_ON_A_CARD}) AS faces
  FROM (
    SELECT row_number() OVER (ORDER BY s.role, s.stage_since, s.id) AS place, ${FACE_JSON_SQL} AS face
    FROM seat s JOIN person p ON p.id = s.person_id
    WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') seated) stage ON true
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
  faces: FaceJson[];
  stageCount: number;
  followedOnStage: number;
  overflow: Hall[];
};

export function toCard(row: CardRow): RoomCard {
  const { liveAt, scheduledFor, showSlug, showTitle, faces, ...same } = row;
  return {
    ...same,
    liveAt: liveAt?.toISOString() ?? null,
    scheduledFor: scheduledFor?.toISOString() ?? null,
    show: showSlug !== null && showTitle !== null ? { slug: showSlug, title: showTitle } : null,
    stage: faces.map(faceOfJson),
    overflow: overflowOf(row.overflow),
  };
}
