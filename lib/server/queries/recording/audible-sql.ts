/** A recording `g` that can be heard, as an SQL condition. Whether its room may be recorded at all is asked of the rule. */
export const AUDIBLE_SQL = "g.stopped_at IS NOT NULL AND g.deleted_at IS NULL AND g.samples > 0";

/** When the first sample of a recording `g` was, and the last: it has 48 a millisecond. */
export const BEGUN_AT_SQL = "coalesce(g.begun_at, g.started_at)";
export const ENDED_AT_SQL = `(${BEGUN_AT_SQL} + g.samples / 48.0 * interval '1 millisecond')`;

/** A moment, an SQL expression, in whole milliseconds from the start of a recording `g`. */
export const sinceBegunSql = (moment: string): string =>
  `floor(extract(epoch FROM ${moment} - ${BEGUN_AT_SQL}) * 1000)::float8`;
