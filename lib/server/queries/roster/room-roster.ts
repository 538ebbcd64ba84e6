import { createHash } from "node:crypto";
import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { keptByRoom } from "@/lib/server/queries/rooms/kept-by-room";
import { MAX_SNAPSHOT_AGE_MS } from "@/lib/wire/rooms/announcements";

/** Somebody's seat in the audience. `openedAt` in ms since 1970; with the seat's id it is their place in the order. */
export type RosterSeat = { seatId: string; openedAt: number; personId: string };

/** The whole audience in order, and the ids of its people alone as JSON text for the seat map. */
export type Roster = { seats: RosterSeat[]; seatListText: string; etag: string };

/** From the index alone, and as three values: 5,000 rows would cost the driver more than they cost Postgres. */
const ROSTER_SQL = `
SELECT array_agg(id)::text AS seats, array_agg(person_id)::text AS people,
  array_agg((extract(epoch FROM opened_at) * 1000)::bigint)::text AS times
FROM (SELECT id, person_id, opened_at FROM seat
  WHERE room_id = $1::uuid AND closed_at IS NULL AND role = 'listener' ORDER BY opened_at, id) audience`;

type RosterRow = Record<"seats" | "people" | "times", string | null>;

const rosters = keptByRoom("roomRosters", MAX_SNAPSHOT_AGE_MS, readRoster);

/**
 * Who sits in a room's audience, at most a second old and read once a process however many ask. Who these people are is
 * facesOf's to say, for those that are shown; whether somebody may see it is knownRoom's.
 */
export const roomRoster = (roomId: RoomId): Promise<Roster> => rosters.of(roomId);

/** The same, read now. */
export async function readRoster(roomId: RoomId): Promise<Roster> {
  const { rows } = await hotPool().query<RosterRow>({ name: "room-roster", text: ROSTER_SQL, values: [roomId] });
  const people = elements(rows[0]?.people);
  const times = elements(rows[0]?.times);
  const seats = elements(rows[0]?.seats).map((seatId, place) => ({
    seatId,
    openedAt: Number(times[place]),
    personId: people[place] ?? "",
  }));
  const seatListText = JSON.stringify({ people });
  return { seats, seatListText, etag: `"${createHash("sha1").update(seatListText).digest("base64url")}"` };
}

/** Of Postgres' text for an array of ids or numbers: `{a,b}`. */
const elements = (text: string | null | undefined): string[] => (text ? text.slice(1, -1).split(",") : []);
