import type { PersonId, RoomId } from "@/lib/domain/ids";
import { ROLES } from "@/lib/domain/roles";
import type { SweepFindings } from "@/lib/domain/seats/presence";
import { CLAIM_LEASE_MS, graceMs } from "@/lib/domain/seats/seat";
import { hotSql, type Sql } from "@/lib/server/postgres/sql";

/** Milliseconds of grace by role, for statements that read the role from the row. */
const GRACES = JSON.stringify(Object.fromEntries(ROLES.map((role) => [role, graceMs(role)])));

/** Holds only while this sweep's lease is still its own: a late ex-holder's statement changes nothing. */
const STILL_MINE = "EXISTS (SELECT FROM work_lease WHERE name = 'sweep' AND fence =";

/** When the list was taken, and under which fence of the work lease `sweep`. */
export type SweepMoment = { takenAt: Date; now: Date; fence: bigint };

const SWEEP_CONNECTED_SQL = `
UPDATE seat s SET connected_at = coalesce(s.connected_at, $3), media_sid = v.sid, gone_at = NULL, lease_until = NULL
FROM unnest($1::uuid[], $2::text[]) AS v(id, sid)
WHERE s.id = v.id AND s.closed_at IS NULL AND (s.gone_at IS NULL OR s.gone_at < $4) AND ${STILL_MINE} $5)`;

/** The sweep saw them. A goodbye that came after the list was taken counts for more than the list. */
export async function markConnected(
  seats: SweepFindings["connected"],
  { takenAt, now, fence }: SweepMoment,
): Promise<void> {
  if (seats.length === 0) return;
  const ids = seats.map((seat) => seat.seatId);
  const sids = seats.map((seat) => seat.sid);
  await hotSql().rows("sweep-connected", SWEEP_CONNECTED_SQL, [ids, sids, now, takenAt, fence]);
}

const SWEEP_GONE_SQL = `
UPDATE seat s SET gone_at = $3, lease_until = v.lease
FROM unnest($1::uuid[], $2::timestamptz[]) AS v(id, lease)
WHERE s.id = v.id AND s.closed_at IS NULL AND s.gone_at IS NULL AND s.lease_until IS NULL
  AND (s.connected_at IS NULL OR s.connected_at < $4) AND ${STILL_MINE} $5)`;

/** The sweep missed them: their grace begins, unless they came back meanwhile. */
export async function markGone(seats: SweepFindings["gone"], { takenAt, now, fence }: SweepMoment): Promise<void> {
  if (seats.length === 0) return;
  const ids = seats.map((seat) => seat.seatId);
  const leases = seats.map((seat) => new Date(now.getTime() + graceMs(seat.role)));
  await hotSql().rows("sweep-gone", SWEEP_GONE_SQL, [ids, leases, now, takenAt, fence]);
}

const GRACE_SQL = `
UPDATE seat SET gone_at = coalesce(gone_at, $2),
  lease_until = greatest(lease_until, $2::timestamptz + ($3::jsonb ->> role::text)::int * interval '1 millisecond')
WHERE room_id = $1 AND closed_at IS NULL RETURNING id`;

/**
 * Gives everyone in a room that LiveKit lost their whole grace to come back: leases run down only while the room is seen
 * with an unchanged sid (mechanics, seats and leases). Answers how many seats that were.
 */
export async function renewGrace(roomId: string, now: Date): Promise<number> {
  return (await hotSql().rows("room-grace", GRACE_SQL, [roomId, now, GRACES])).length;
}

/** One person's connection to a room, as LiveKit's webhooks tell of it. */
type Connection = { roomId: string; personId: string; sid: string };

const HINT_JOINED_SQL = `
UPDATE seat SET connected_at = coalesce(connected_at, $4), media_sid = $3, gone_at = NULL, lease_until = NULL
WHERE room_id = $1 AND person_id = $2 AND closed_at IS NULL AND NOT (media_sid = $3 AND gone_at IS NOT NULL)`;

/** LiveKit says that they came. A connection that has gone never comes back. */
export async function hintJoined({ roomId, personId, sid }: Connection, now: Date): Promise<void> {
  await hotSql().rows("hint-joined", HINT_JOINED_SQL, [roomId, personId, sid, now]);
}

const HINT_LEFT_SQL = `
UPDATE seat SET gone_at = $4,
  lease_until = $4::timestamptz + ($5::jsonb ->> role::text)::int * interval '1 millisecond'
WHERE room_id = $1 AND person_id = $2 AND media_sid = $3 AND gone_at IS NULL AND closed_at IS NULL`;

/** LiveKit says that they went. Only the newest connection's goodbye counts: a phone that came back leaves the old one behind. */
export async function hintLeft({ roomId, personId, sid }: Connection, now: Date): Promise<void> {
  await hotSql().rows("hint-left", HINT_LEFT_SQL, [roomId, personId, sid, now, GRACES]);
}

const GOODBYE_SQL = `
UPDATE seat SET gone_at = coalesce(gone_at, statement_timestamp()),
  lease_until = coalesce(lease_until, statement_timestamp() + ($3::jsonb ->> role::text)::int * interval '1 millisecond')
WHERE room_id = $1 AND person_id = $2 AND closed_at IS NULL AND connected_at IS NOT NULL`;

/** The page says that it is closed: the grace runs from now, as after LiveKit's own goodbye. Coming back in time, as a reload does, changes nothing. */
export async function sayGone(roomId: RoomId, personId: PersonId): Promise<void> {
  await hotSql().rows("goodbye", GOODBYE_SQL, [roomId, personId, GRACES]);
}

const CLAIM_SQL = `
UPDATE seat s SET page_id = k.page_id,
  lease_until = CASE WHEN s.lease_until IS NOT NULL
    THEN greatest(s.lease_until, statement_timestamp() + $3::int * interval '1 millisecond') END
FROM unnest($1::uuid[], $2::uuid[]) AS k(id, page_id)
WHERE s.id = k.id AND s.closed_at IS NULL AND (s.lease_until IS NOT NULL OR s.page_id IS DISTINCT FROM k.page_id)`;

/**
 * Renews the claim of people who ask again for the seat they hold and are not seen in LiveKit. A connected seat has no
 * lease to renew. The seat belongs to the asking page from now on.
 */
export async function claimAgain(sql: Sql, seats: readonly { id: string; page: string | null }[]): Promise<void> {
  if (seats.length === 0) return;
  await sql.rows("claim-again", CLAIM_SQL, [
    seats.map((seat) => seat.id),
    seats.map((seat) => seat.page),
    CLAIM_LEASE_MS,
  ]);
}
