import type { PersonId, RoomId } from "@/lib/domain/ids";
import { HOST_AWAY_MS } from "@/lib/domain/rooms/room";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import {
  ROOM_DETAILS_JOINS,
  ROOM_DETAILS_SQL,
  type RoomDetailsRow,
  toRoomDetails,
} from "@/lib/server/queries/rooms/room-details";
import type { ClosedRow, CloseReason } from "./seat-closing";

/** Runs one statement in the transaction that closed the seats, on whatever connection that is. */
type AskRows = <Row>(sql: string, values: unknown[]) => Promise<Row[]>;

type Succession = { roomId: string; event: EventToWrite };

/** Live rooms of $1 with people in them and nobody hosting; the demo room plays by itself. */
const HOSTLESS = `
SELECT r.id FROM room r WHERE r.id = ANY($1::uuid[]) AND r.status = 'live' AND NOT r.demo AND r.open_seats > 0
  AND NOT EXISTS (SELECT FROM seat h WHERE h.room_id = r.id AND h.closed_at IS NULL AND h.role = 'host')`;

/** Taken first, so that whom the next statement chooses is still a moderator when it has chosen. */
const LOCK_MODERATORS_SQL = `
SELECT id FROM seat WHERE room_id = ANY($1::uuid[]) AND closed_at IS NULL AND role = 'moderator'
ORDER BY id FOR NO KEY UPDATE`;

/** The longest-serving moderator, one who is connected before one who is not. */
const SUCCEED_SQL = `
WITH heir AS (
  SELECT DISTINCT ON (s.room_id) s.id FROM seat s
  WHERE s.room_id IN (${HOSTLESS}) AND s.closed_at IS NULL AND s.role = 'moderator'
  ORDER BY s.room_id, s.gone_at IS NOT NULL, s.stage_since, s.id)
UPDATE seat s SET role = 'host', version = s.version + 1 FROM heir WHERE s.id = heir.id
RETURNING s.room_id::text AS "roomId", s.person_id::text AS "personId"`;

const AWAY_SQL = `
UPDATE room SET host_away_until = statement_timestamp() + $2::int * interval '1 millisecond'
WHERE id IN (${HOSTLESS}) AND host_away_until IS NULL`;

const DETAILS_SQL = `
SELECT ${ROOM_DETAILS_SQL} FROM room r ${ROOM_DETAILS_JOINS} WHERE r.id = ANY($1::uuid[]) AND r.host_away_until IS NOT NULL`;

/**
 * What becomes of rooms whose host's seat was closed just now: the longest-serving moderator hosts it; where there is
 * none, the room says "host away" and waits two minutes. Asks Postgres nothing where no host went.
 * The rooms are locked by the caller, who writes the answered events. Source: behaviours 19.
 */
export async function succeedHost(ask: AskRows, closed: ClosedRow[], reason: CloseReason): Promise<Succession[]> {
  const hosts = closed.flatMap((row) => (row.what === "seat" && row.role === "host" ? [row] : []));
  if (reason === "ended" || hosts.length === 0) return [];
  const rooms = hosts.map(({ roomId }) => roomId);
  await ask(LOCK_MODERATORS_SQL, [rooms]);
  const heirs = await ask<{ roomId: RoomId; personId: PersonId }>(SUCCEED_SQL, [rooms]);
  await ask(AWAY_SQL, [rooms, HOST_AWAY_MS]);
  const waiting = await ask<RoomDetailsRow>(DETAILS_SQL, [rooms]);
  const why = reason === "lease" ? "host_gone" : "host_left";
  return [
    ...heirs.flatMap(({ roomId, personId }): Succession[] => {
      const fromId = hosts.find((host) => host.roomId === roomId)?.personId ?? "";
      return [
        { roomId, event: { audience: "everyone", happening: { type: "role_changed", personId, role: "host" } } },
        {
          roomId,
          event: { audience: "everyone", happening: { type: "handed_over", fromId, toId: personId, reason: why } },
        },
      ];
    }),
    ...waiting.map(
      (row): Succession => ({
        roomId: row.id,
        event: { audience: "everyone", happening: { type: "room_edited", room: toRoomDetails(row) } },
      }),
    ),
  ];
}
