/** The open seats of `room r` as everybody may know of them: who is behind a stage before it is live is nobody's business. */
export const SEATS_SHOWN_SQL = "CASE WHEN r.status = 'scheduled' THEN 0 ELSE r.open_seats END";
