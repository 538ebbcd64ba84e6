import { hotPool } from "@/lib/server/postgres/db";
import { agreesSql } from "@/lib/server/queries/recording/agrees-sql";

/** A recording that runs in a live room. `heard`: the people on its stage who agreed and whose microphone nobody took. */
export type OpenRecording = {
  id: string;
  roomId: string;
  capacity: number;
  claimedElsewhere: boolean;
  heard: string[];
};

/** Never a closed room, whatever became of it since; never one that is not live, where people talk backstage. */
const OPEN_SQL = `
SELECT g.id, g.room_id AS "roomId", r.capacity,
  coalesce(l.lease_until > clock_timestamp() AND l.holder <> $1, false) AS "claimedElsewhere",
  ARRAY(SELECT s.person_id::text FROM seat s
    WHERE s.room_id = r.id AND s.role <> 'listener' AND s.closed_at IS NULL AND s.muted_at IS NULL
      AND ${agreesSql("g", "s")}) AS heard
FROM recording g JOIN room r ON r.id = g.room_id
LEFT JOIN work_lease l ON l.name = 'recorder:' || r.id
WHERE g.stopped_at IS NULL AND r.status = 'live' AND r.kind <> 'closed' AND r.main_room_id IS NULL`;

/** Every recording that is to be made now, as the relay named `holder` sees it. */
export async function openRecordings(holder: string): Promise<OpenRecording[]> {
  return (await hotPool().query<OpenRecording>({ name: "open-recordings", text: OPEN_SQL, values: [holder] })).rows;
}
