import { hotPool } from "@/lib/server/postgres/db";

/** A room of the media server that the relay goes to, with the capacity to make it with where it is missing. */
export type Hall = { roomId: string; capacity: number };

/** A main room with those of its overflow rooms that are live. `claimedElsewhere`: another relay than this one holds its lease. */
export type LiveFamily = { main: Hall; halls: Hall[]; claimedElsewhere: boolean };

const FAMILIES_SQL = `
SELECT json_build_object('roomId', m.id, 'capacity', m.capacity) AS main,
  json_agg(json_build_object('roomId', o.id, 'capacity', o.capacity) ORDER BY o.overflow_number) AS halls,
  coalesce(bool_or(l.lease_until > clock_timestamp() AND l.holder <> $1), false) AS "claimedElsewhere"
FROM room o JOIN room m ON m.id = o.main_room_id
LEFT JOIN work_lease l ON l.name = 'relay:' || m.id
WHERE o.status = 'live' AND m.status = 'live'
GROUP BY m.id`;

/** Every family that has a stage to carry and somewhere to carry it, as the relay named `holder` sees it. */
export async function liveFamilies(holder: string): Promise<LiveFamily[]> {
  return (await hotPool().query<LiveFamily>({ name: "relay-families", text: FAMILIES_SQL, values: [holder] })).rows;
}
