import type { PersonId, RoomId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { actorIn } from "@/lib/server/queries/rooms/actor-in";
import { LOGGED, type LogEntry, type LogPage } from "@/lib/wire/moderation/views";

const PAGE = 50;

const LOG_SQL = `
SELECT e.version::int, e.at, e.type,
  CASE WHEN e.type = 'room_edited' THEN '{}'::jsonb
    WHEN EXISTS (SELECT FROM person p WHERE p.id = (e.facts #>> '{like,id}')::uuid AND p.given_up_at IS NOT NULL)
    THEN jsonb_set(e.facts, '{like,name}', '"?"') ELSE e.facts END AS facts,
  (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = e.actor_id) AS by,
  (SELECT ${FACE_JSON_SQL} FROM person p
   WHERE p.id = u.person_id) AS whom,
  u.person_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM seat s JOIN room sr ON sr.id = s.room_id WHERE s.person_id = u.person_id AND s.closed_at IS NULL
      AND coalesce(sr.main_room_id, sr.id) = coalesce(r.main_room_id, r.id))
    AND NOT EXISTS (SELECT FROM room_ban b WHERE b.room_id IN (r.id, r.main_room_id) AND b.person_id = u.person_id
      AND b.lifted_at IS NULL) AS "whomLeft"
FROM room_event e JOIN room r ON r.id = e.room_id
CROSS JOIN LATERAL (SELECT coalesce(e.facts ->> 'personId', e.facts ->> 'toId', e.facts #>> '{person,id}', e.to_id::text)::uuid AS person_id) u
WHERE e.room_id = $1 AND e.version < $2
  AND e.type = ANY($3::text[])
  AND (e.type <> 'stage_left' OR e.facts ->> 'reason' = 'moved')
  AND (e.type <> 'hand_lowered'
    OR (e.facts ->> 'reason' IN ('declined', 'lowered') AND e.actor_id <> (e.facts ->> 'personId')::uuid))
ORDER BY e.version DESC LIMIT $4`;

type LogRow = {
  version: number;
  at: Date;
  type: LogEntry["type"];
  /** `text`: what was said to all halls. */
  facts: Omit<LogEntry["facts"], "like"> & { text?: string; like?: { name: string } };
  by: FaceJson | null;
  whom: FaceJson | null;
  whomLeft: boolean;
};

/**
 * Every act of a moderator in a room: by whom, upon whom, when, why; newest first, `before` a version. For people who moderate it
 * and for admins of the instance; null for others. Source: behaviours 21.
 */
export async function roomLog(
  caller: { id: PersonId; admin: boolean } | null,
  roomId: RoomId,
  before: number | null,
): Promise<LogPage | null> {
  if (!caller) return null;
  const actor = await actorIn(roomId, caller.id);
  if (!caller.admin && !(actor && can(actor, "readLog"))) return null;
  const { rows } = await hotPool().query<LogRow>({
    name: "room-log",
    text: LOG_SQL,
    values: [roomId, before ?? Number.MAX_SAFE_INTEGER, LOGGED, PAGE],
  });
  const entries = rows.map(({ version, at, type, facts, by, whom, whomLeft }) => ({
    version,
    at: at.toISOString(),
    type,
    by: by && faceOfJson(by),
    whom: whom && faceOfJson(whom),
    ...(whomLeft && { whomLeft: true as const }),
    facts: {
      role: facts.role,
      reason: facts.reason,
      locked: facts.locked,
      line: facts.line ?? facts.text,
      language: facts.language,
      hall: facts.hall,
      hadLeft: facts.hadLeft,
      like: facts.like?.name,
    },
  }));
  return { entries, before: rows.length === PAGE ? (rows.at(-1)?.version ?? null) : null };
}
