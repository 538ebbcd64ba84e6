import { hotPool } from "@/lib/server/postgres/db";

/** Stores how far a room's events are sent. False where another process has taken the room over; then nothing is stored. */
export async function markSent(roomId: string, fence: string, version: number): Promise<boolean> {
  const { rowCount } = await hotPool().query({
    name: "announce-mark-sent",
    text: "UPDATE announcer SET sent_version = $3 WHERE room_id = $1 AND fence = $2 AND sent_version < $3",
    values: [roomId, fence, version],
  });
  return rowCount === 1;
}

/** The same for the main room's events that were sent on into an overflow room. */
export async function markMainSent(roomId: string, fence: string, version: number): Promise<boolean> {
  const { rowCount } = await hotPool().query({
    name: "announce-mark-main-sent",
    text: "UPDATE announcer SET main_sent_version = greatest(main_sent_version, $3) WHERE room_id = $1 AND fence = $2",
    values: [roomId, fence, version],
  });
  return rowCount === 1;
}
