import { hotPool } from "@/lib/server/postgres/db";
import { renewGrace } from "@/lib/server/seats/presence";

/**
 * LiveKit has made the room anew: everyone in it has their whole grace to come back, and leases run down again only once its
 * new sid is stored, so that a process that ends in between leaves it to the next sweep. Answers how many seats that were.
 */
export async function renewRoom(roomId: string, mediaSid: string, now: Date): Promise<number> {
  const seats = await renewGrace(roomId, now);
  await hotPool().query({
    name: "sweep-renew-room",
    text: "UPDATE room SET media_sid = $2 WHERE id = $1",
    values: [roomId, mediaSid],
  });
  return seats;
}

/** The room is seen for the first time: nothing of it can be lost yet. */
export async function storeFirstSid(roomId: string, mediaSid: string): Promise<void> {
  await hotPool().query({
    name: "sweep-meet-room",
    text: "UPDATE room SET media_sid = $2 WHERE id = $1 AND media_sid IS NULL",
    values: [roomId, mediaSid],
  });
}
