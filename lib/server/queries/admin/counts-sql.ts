/** A seat's id begins with the moment of its making (UUID version 7): those of the last minute are a range of its key. */
const A_MINUTE_AGO = `(lpad(to_hex((extract(epoch FROM now() - interval '1 minute') * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid`;

/** The columns of AdminCounts, in one row. A line in which nobody asked for half a minute is nobody's any more. */
export const COUNTS_SQL = `
SELECT (count(*) FILTER (WHERE r.main_room_id IS NULL))::int AS rooms, (count(*) FILTER (WHERE r.main_room_id IS NOT NULL))::int AS halls,
  coalesce(sum(r.open_seats), 0)::int AS people,
  coalesce(sum((SELECT count(*) FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener')), 0)::int AS "onStage",
  (SELECT count(*) FROM seat j WHERE j.id >= ${A_MINUTE_AGO})::int AS joins,
  (SELECT coalesce(sum(h.hits), 0) FROM limit_hit h
    WHERE h.minute >= date_trunc('minute', now()) - interval '1 minute' AND h.minute < date_trunc('minute', now()))::int AS refused,
  (SELECT count(*) FROM ticket t WHERE t.closed_at IS NULL AND t.polled_at > now() - interval '30 s')::int AS waiting,
  ((SELECT count(*) FROM personal_push) + (SELECT count(*) FROM pending_mirror)
    + (SELECT count(*) FROM data_export e WHERE e.state = 'waiting'))::int AS jobs
FROM room r WHERE r.status = 'live'`;
