import { hotPool } from "@/lib/server/postgres/db";

/** `mediaSid`: LiveKit's sid of the room when it was last seen; null where it never was. */
export type RoomToSweep = {
  id: string;
  mainRoomId: string | null;
  capacity: number;
  openSeats: number;
  mediaSid: string | null;
};

/** All live rooms, and those behind whose stage somebody is. */
export async function roomsToSweep(): Promise<RoomToSweep[]> {
  const { rows } = await hotPool().query<RoomToSweep>({
    name: "sweep-rooms",
    text: `SELECT id, main_room_id AS "mainRoomId", capacity, open_seats AS "openSeats", media_sid AS "mediaSid"
           FROM room WHERE status = 'live' OR (status = 'scheduled' AND open_seats > 0)`,
  });
  return rows;
}

/** Those of these rooms that ended before `before`. */
export async function roomsEnded(ids: string[], before: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await hotPool().query<{ id: string }>({
    name: "sweep-ended",
    text: "SELECT id FROM room WHERE id = ANY($1::uuid[]) AND status = 'ended' AND ended_at < $2",
    values: [ids, before],
  });
  return rows.map((row) => row.id);
}
