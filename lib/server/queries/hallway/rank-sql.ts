import { HALVED_EVERY_SECONDS, HEAT_BELOW, type Rank, TIES } from "@/lib/domain/hallway/ranking";
import { SITTING_SQL } from "./sitting";

/** A part of a statement: `me`, the languages (by their first part) and topics (as topic_keys) of the person $1. No row for a visitor. */
export const TASTES_SQL = `
me AS MATERIALIZED (
  SELECT ARRAY(SELECT split_part(spoken, '-', 1) FROM unnest(p.languages) AS spoken) AS languages, topic_keys(p.topics) AS topics
  FROM person p WHERE p.id = $1::uuid)`;

/** Conditions on `room r` beside TASTES_SQL. */
export const SHARES_LANGUAGE =
  "coalesce(split_part(r.language, '-', 1) = ANY((SELECT me.languages FROM me)::text[]), false)";
export const SHARES_TOPIC =
  "coalesce((SELECT me.topics <> '{}' FROM me) AND r.topic_keys && (SELECT me.topics FROM me), false)";

/** Parts of a statement for the person $1. `known`: the people they follow, counted for each family. */
export const TIES_SQL = `${SITTING_SQL},
known AS MATERIALIZED (
  SELECT coalesce(t.main_room_id, t.room_id) AS room_id,
    count(*) FILTER (WHERE t.on_stage AND t.main_room_id IS NULL)::int AS on_stage,
    count(*) FILTER (WHERE NOT t.on_stage OR t.main_room_id IS NOT NULL)::int AS listening,
    (array_agg(t.person_id ORDER BY t.role, t.stage_since, t.seat_id) FILTER (WHERE t.on_stage AND t.main_room_id IS NULL))[1] AS first_on_stage
  FROM (SELECT s.*, (SELECT sr.main_room_id FROM room sr WHERE sr.id = s.room_id) AS main_room_id FROM sitting s OFFSET 0) t GROUP BY 1),${TASTES_SQL}`;

/** rankOf of lib/domain/hallway in SQL: the score of `room r` beside `known k`. A test holds the two together. */
export const SCORE_SQL = `${HEAT_BELOW}::float8 * (
    CASE WHEN k.room_id IS NULL THEN 0 ELSE ${TIES.onStage} * k.on_stage + ${TIES.listening} * least(k.listening, ${TIES.mostListening}) END
    + CASE WHEN ${SHARES_LANGUAGE} THEN ${TIES.language} ELSE 0 END + CASE WHEN ${SHARES_TOPIC} THEN ${TIES.topic} ELSE 0 END)
  + ln((1 + r.open_seats)::float8) / ln(2::float8)
  + date_part('epoch', coalesce(r.live_at, r.created_at)) / ${HALVED_EVERY_SECONDS}::float8`;

/** Where a page ended, as one word for an address; readRank takes it back. */
export const writeRank = ({ score, id }: Rank): string => `${score}_${id}`;

const RANK = /^(\d{1,16}(?:\.\d{1,20})?)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Null for what is no rank: a page that nobody gave begins at the top. */
export function readRank(written: string | undefined): Rank | null {
  const [, score, id] = RANK.exec(written ?? "") ?? [];
  return score !== undefined && id !== undefined ? { score: Number(score), id } : null;
}
