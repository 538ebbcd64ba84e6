import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { SHARES_LANGUAGE, SHARES_TOPIC, TASTES_SQL } from "@/lib/server/queries/hallway/tastes-sql";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import type { Suggestion } from "@/lib/wire/suggestions/views";
import { CANDIDATES, SUGGESTABLE_SQL, SUGGESTED_A_KIND } from "./suggestable";

/** So many of the newest live rooms, and of those that ended, are looked at; so many that fit give their speakers. */
const NEWEST = 400;
const FITTING = 20;

const newest = (status: "live" | "ended"): string =>
  `(SELECT r.* FROM room r WHERE r.status = '${status}' ORDER BY r.created_at DESC LIMIT ${NEWEST})`;

const SPEAKS_SQL = `
WITH ${TASTES_SQL},
fitting AS MATERIALIZED (
  SELECT r.id, r.language, ${SHARES_TOPIC} AS by_topic, r.open_seats, r.created_at,
    (SELECT topic FROM unnest(r.topics) AS topic WHERE lower(normalize(topic, NFC)) = ANY((SELECT me.topics FROM me)::text[]) LIMIT 1) AS topic
  FROM (${newest("live")} UNION ALL ${newest("ended")}) r
  WHERE r.main_room_id IS NULL AND r.kind = 'open' AND (${SHARES_LANGUAGE} OR ${SHARES_TOPIC}) AND ${VISIBLE_SQL}
  ORDER BY by_topic DESC, r.open_seats DESC, r.created_at DESC LIMIT ${FITTING}),
speaks AS MATERIALIZED (
  SELECT DISTINCT ON (s.person_id) s.person_id AS id, t.* FROM (SELECT id AS room_id, language, by_topic, open_seats, topic FROM fitting) t
  JOIN seat s ON s.room_id = t.room_id AND s.stage_since IS NOT NULL
  ORDER BY s.person_id, t.by_topic DESC, t.open_seats DESC)
SELECT ${FACE_JSON_SQL} AS face, t.language, t.topic
FROM (SELECT * FROM speaks ORDER BY by_topic DESC, open_seats DESC, id LIMIT ${CANDIDATES}) t JOIN person p ON p.id = t.id
WHERE ${SUGGESTABLE_SQL} ORDER BY t.by_topic DESC, t.open_seats DESC, t.id LIMIT ${SUGGESTED_A_KIND}`;

type Row = { face: FaceJson; language: string; topic: string | null };

/** People who speak, or lately spoke, in open rooms about a topic of the caller's or in a language of theirs. */
export async function speaksOfMine(caller: { id: PersonId }): Promise<Suggestion[]> {
  const { rows } = await hotPool().query<Row>({ name: "speaks-of-mine", text: SPEAKS_SQL, values: [caller.id] });
  return rows.map(({ face, language, topic }) => ({
    person: faceOfJson(face),
    why: topic === null ? { reason: "language", language } : { reason: "topic", topic },
  }));
}
