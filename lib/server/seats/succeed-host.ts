import type { PersonId, RoomId } from "@/lib/domain/ids";
import { HOST_AWAY_MS } from "@/lib/domain/rooms/room";
import type { AuthoredEvent } from "@/lib/server/notify/placed-events";
import type { Sql } from "@/lib/server/postgres/sql";
import {
  ROOM_DETAILS_JOINS,
  ROOM_DETAILS_SQL,
  type RoomDetailsRow,
  toAnnouncedRoom,
  toRoomDetails,
} from "@/lib/server/queries/rooms/room-details";
import { promoteHeirs } from "./promote-heirs";

/** Live rooms of $1 with people in them and nobody hosting; the demo room plays by itself. */
const HOSTLESS_SQL = `
SELECT r.id FROM room r WHERE r.id = ANY($1::uuid[]) AND r.status = 'live' AND NOT r.demo AND r.open_seats > 0
  AND NOT EXISTS (SELECT FROM seat h WHERE h.room_id = r.id AND h.closed_at IS NULL AND h.role = 'host')`;

const AWAY_SQL = `
UPDATE room SET host_away_until = statement_timestamp() + $2::int * interval '1 millisecond'
WHERE id = ANY($1::uuid[]) AND host_away_until IS NULL`;

const DETAILS_SQL = `
SELECT ${ROOM_DETAILS_SQL} FROM room r ${ROOM_DETAILS_JOINS} WHERE r.id = ANY($1::uuid[])`;

/** A host whose seat was closed just now. */
type Gone = { roomId: RoomId; personId: PersonId };

/**
 * What becomes of rooms whose host went: the longest-serving moderator hosts it; where there is none, the room says "host
 * away" and waits two minutes. Asks Postgres nothing where no host went.
 * The rooms are locked by the caller, who writes the answered events. Source: behaviours 19.
 */
export async function succeedHost(
  sql: Sql,
  gone: readonly Gone[],
  reason: "host_gone" | "host_left",
): Promise<AuthoredEvent[]> {
  if (gone.length === 0) return [];
  const rooms = gone.map(({ roomId }) => roomId);
  const hostless = (await sql.rows<{ id: RoomId }>(undefined, HOSTLESS_SQL, [rooms])).map(({ id }) => id);
  const heirs = await promoteHeirs(sql, hostless);
  const waiting = hostless.filter((id) => !heirs.some(({ roomId }) => roomId === id));
  return [
    ...heirs.flatMap(({ roomId, personId }) => {
      const fromId = gone.find((host) => host.roomId === roomId)?.personId ?? "";
      return [
        toEveryone(roomId, { type: "role_changed", personId, role: "host" }),
        toEveryone(roomId, { type: "handed_over", fromId, toId: personId, reason }),
      ];
    }),
    ...(await awaitHosts(sql, waiting)),
  ];
}

async function awaitHosts(sql: Sql, rooms: readonly RoomId[]): Promise<AuthoredEvent[]> {
  if (rooms.length === 0) return [];
  await sql.rows(undefined, AWAY_SQL, [rooms, HOST_AWAY_MS]);
  const details = await sql.rows<RoomDetailsRow & { id: RoomId }>(undefined, DETAILS_SQL, [rooms]);
  return details.map((row) => toEveryone(row.id, { type: "room_edited", room: toAnnouncedRoom(toRoomDetails(row)) }));
}

const toEveryone = (roomId: RoomId, happening: AuthoredEvent["event"]["happening"]): AuthoredEvent => ({
  roomId,
  actorId: null,
  event: { audience: "everyone", happening },
});
