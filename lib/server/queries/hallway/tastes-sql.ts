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
