import { validate } from "uuid";
import type { Role } from "@/lib/domain/roles";
import { mediaRights } from "@/lib/domain/seats/seat";
import { applyMediaRights, mediaPresence, removeFromMedia } from "@/lib/media/mirror";
import { hotPool } from "@/lib/server/postgres/db";
import { mirrorChannels } from "./mirror-channels";
import { judgeSeatless, mirrorTurned } from "./mirror-seatless";

type SeatForMirror = { id: string; role: Role; muted: boolean; version: number };

/** More rounds than two processes can cause by overtaking each other; the sweep goes on where this stops. */
const MAX_ROUNDS = 8;

/**
 * Makes LiveKit agree with the seat: who holds no open seat in the room is put out, everyone else may do what the seat says;
 * about the channels that they hear or speak in there, and about the interpreters who speak for somebody on its stage.
 * A participant that needs no seat (the relay, a visitor) is put out unless they are just what their standing says.
 * Safe to run twice and in several processes at once: it reads the seat again afterwards, and repeats if that changed.
 * Throws ServiceAway("media") where LiveKit cannot be reached; the sweep then does it.
 */
export async function mirrorSeat(roomId: string, personId: string): Promise<void> {
  // An identity in LiveKit that is no person's holds no seat.
  if (!validate(personId)) return judgeSeatless(roomId, personId);
  let seat = await openSeat(roomId, personId);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    await apply(roomId, personId, seat);
    const now = await openSeat(roomId, personId);
    if (now?.id === seat?.id && now?.version === seat?.version) break;
    seat = now;
  }
  await mirrorChannels(roomId, personId, seat === null);
  await mirrorTurned(roomId, personId);
}

async function apply(roomId: string, personId: string, seat: SeatForMirror | null): Promise<void> {
  if (!seat) return removeFromMedia(roomId, personId);
  const presence = await mediaPresence(roomId, personId);
  if (!presence) return;
  await applyMediaRights(roomId, personId, mediaRights(seat, !presence.rights.hidden));
}

/** Always from Postgres: what a snapshot says may be a second old. */
async function openSeat(roomId: string, personId: string): Promise<SeatForMirror | null> {
  const { rows } = await hotPool().query<SeatForMirror>({
    name: "mirror-seat",
    text: `SELECT id, role, muted_at IS NOT NULL AS muted, version FROM seat
           WHERE room_id = $1 AND person_id = $2 AND closed_at IS NULL`,
    values: [roomId, personId],
  });
  return rows[0] ?? null;
}
