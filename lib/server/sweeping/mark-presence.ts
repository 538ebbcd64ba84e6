import type { SweepFindings } from "@/lib/domain/seats/presence";
import { graceMs } from "@/lib/domain/seats/seat";
import { hotPool } from "@/lib/server/postgres/db";

/** Holds only while this sweep's lease is still its own: a late ex-holder's statement changes nothing. */
const STILL_MINE = "EXISTS (SELECT FROM work_lease WHERE name = 'sweep' AND fence =";

/** When the list was taken, and under which fence of the work lease `sweep`. */
export type SweepMoment = { takenAt: Date; now: Date; fence: bigint };

/** One statement for all seats that were seen. A goodbye that came after the list was taken counts for more than the list. */
export async function markConnected(
  seats: SweepFindings["connected"],
  { takenAt, now, fence }: SweepMoment,
): Promise<void> {
  if (seats.length === 0) return;
  await hotPool().query({
    name: "sweep-connected",
    text: `UPDATE seat s SET connected_at = coalesce(s.connected_at, $3), media_sid = v.sid, gone_at = NULL, lease_until = NULL
           FROM unnest($1::uuid[], $2::text[]) AS v(id, sid)
           WHERE s.id = v.id AND s.closed_at IS NULL AND (s.gone_at IS NULL OR s.gone_at < $4) AND ${STILL_MINE} $5)`,
    values: [seats.map((seat) => seat.seatId), seats.map((seat) => seat.sid), now, takenAt, fence],
  });
}

/** Their grace begins, unless they came back meanwhile. */
export async function markGone(seats: SweepFindings["gone"], { takenAt, now, fence }: SweepMoment): Promise<void> {
  if (seats.length === 0) return;
  await hotPool().query({
    name: "sweep-gone",
    text: `UPDATE seat s SET gone_at = $3, lease_until = v.lease
           FROM unnest($1::uuid[], $2::timestamptz[]) AS v(id, lease)
           WHERE s.id = v.id AND s.closed_at IS NULL AND s.gone_at IS NULL AND s.lease_until IS NULL
             AND (s.connected_at IS NULL OR s.connected_at < $4) AND ${STILL_MINE} $5)`,
    values: [
      seats.map((seat) => seat.seatId),
      seats.map((seat) => new Date(now.getTime() + graceMs(seat.role))),
      now,
      takenAt,
      fence,
    ],
  });
}
