import type { SweptSeat } from "@/lib/domain/seats/presence";
import { hotPool } from "@/lib/server/postgres/db";

/** The open seats of these rooms, by room. */
export async function openSeatsOf(roomIds: string[]): Promise<Map<string, SweptSeat[]>> {
  const { rows } = await hotPool().query<SweptSeat & { roomId: string }>({
    name: "sweep-seats",
    text: `SELECT id, room_id AS "roomId", person_id AS "personId", role, muted_at IS NOT NULL AS muted,
             connected_at AS "connectedAt", media_sid AS "mediaSid", gone_at AS "goneAt", lease_until AS "leaseUntil"
           FROM seat WHERE room_id = ANY($1::uuid[]) AND closed_at IS NULL`,
    values: [roomIds],
  });
  const seats = new Map<string, SweptSeat[]>(roomIds.map((roomId) => [roomId, []]));
  for (const { roomId, ...seat } of rows) seats.get(roomId)?.push(seat);
  return seats;
}
