/**
 * What the holder of a seat said about a recording since they came on the stage, as an SQL expression: true, false, or null where
 * they said nothing yet. `recording`, `seat`: the rows by their names in the statement.
 */
export const agreesSql = (recording: string, seat: string): string => `(
  SELECT a.agrees FROM recording_answer a WHERE a.recording_id = ${recording}.id AND a.seat_id = ${seat}.id
    AND a.stage_since IS NOT DISTINCT FROM ${seat}.stage_since ORDER BY a.answered_at DESC, a.id DESC LIMIT 1)`;
