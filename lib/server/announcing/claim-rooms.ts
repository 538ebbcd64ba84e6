import { hotPool } from "@/lib/server/postgres/db";

/** How long a claim on a room's announcements holds: so long is a room silent whose announcer was killed. */
export const ANNOUNCER_LEASE_MS = 6_000;

/** A room whose announcements this process sends. The fence grows with every change of holder. */
export type ClaimedRoom = {
  roomId: string;
  fence: string;
  sentVersion: number;
  /** In an overflow room: how far the main room's events were sent on into it. */
  mainSentVersion: number;
};

const CLAIM_SQL = `
INSERT INTO announcer AS a (room_id, holder, fence, lease_until)
SELECT id, $1, 1, clock_timestamp() + $3 * interval '1 millisecond' FROM unnest($2::uuid[]) AS room(id) ORDER BY id
ON CONFLICT (room_id) DO UPDATE SET holder = excluded.holder, lease_until = excluded.lease_until,
  fence = a.fence + CASE WHEN a.holder = excluded.holder THEN 0 ELSE 1 END
WHERE a.holder = excluded.holder OR a.lease_until IS NULL OR a.lease_until < clock_timestamp()
RETURNING room_id AS "roomId", fence::text, sent_version::int AS "sentVersion", main_sent_version::int AS "mainSentVersion"`;

/** Takes or renews the announcing in these rooms; answers those that are now this holder's. */
export async function claimRooms(holder: string, roomIds: string[]): Promise<ClaimedRoom[]> {
  if (roomIds.length === 0) return [];
  const { rows } = await hotPool().query<ClaimedRoom>({
    name: "announce-claim",
    text: CLAIM_SQL,
    values: [holder, roomIds, ANNOUNCER_LEASE_MS],
  });
  return rows;
}

/** Lets go of all rooms, so that a successor need not wait for the leases to run out. */
export async function releaseRooms(holder: string): Promise<void> {
  await hotPool().query("UPDATE announcer SET holder = NULL, lease_until = NULL WHERE holder = $1", [holder]);
}
