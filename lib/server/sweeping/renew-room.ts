import { ROLES } from "@/lib/domain/roles";
import { graceMs } from "@/lib/domain/seats/seat";
import { hotPool } from "@/lib/server/postgres/db";

/**
 * Stores the room's new sid in LiveKit and gives everyone in it their whole grace to come back: leases run down only
 * while the room is seen with an unchanged sid (mechanics, seats and leases). Answers how many seats that were.
 */
export async function renewRoom(roomId: string, mediaSid: string, now: Date): Promise<number> {
  const { rows } = await hotPool().query<{ seats: number }>({
    name: "sweep-renew-room",
    text: `WITH seen AS (UPDATE room SET media_sid = $2 WHERE id = $1),
           pushed AS (
             UPDATE seat s SET gone_at = coalesce(s.gone_at, $3), lease_until = greatest(s.lease_until, v.lease)
             FROM unnest($4::"Role"[], $5::timestamptz[]) AS v(role, lease)
             WHERE s.room_id = $1 AND s.closed_at IS NULL AND s.role = v.role RETURNING 1)
           SELECT count(*)::int AS seats FROM pushed`,
    values: [roomId, mediaSid, now, ROLES, ROLES.map((role) => new Date(now.getTime() + graceMs(role)))],
  });
  return rows[0]?.seats ?? 0;
}

/** The room is seen for the first time: nothing of it can be lost yet. */
export async function meetRoom(roomId: string, mediaSid: string): Promise<void> {
  await hotPool().query({
    name: "sweep-meet-room",
    text: "UPDATE room SET media_sid = $2 WHERE id = $1 AND media_sid IS NULL",
    values: [roomId, mediaSid],
  });
}
