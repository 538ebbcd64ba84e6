import { freePlaces } from "@/lib/domain/family/overflow";
import type { RoomId } from "@/lib/domain/ids";
import type { DoorRoom } from "@/lib/domain/seats/admission";
import { peopleToCall, TICKET_DEAD_MS, type Turn } from "@/lib/domain/seats/door-line";
import type { Sql } from "@/lib/server/postgres/sql";
import { readFamily } from "./read-family";

/** A line as it was read. `numbers`: of all who wait and are not called, ascending. */
export type LineRead = {
  /** Whether the door is open at all. */
  live: boolean;
  rooms: ReadonlySet<RoomId>;
  numbers: number[];
  lastNumber: number;
  calledTotal: number;
};

/** What the process that turns the line brings: how fast its door is, and the numbers that were polled since its last turn. */
export type TurnFacts = Pick<Turn, "doorPerSecond" | "seconds" | "slow"> & { polled: number[] };

/** In order of the numbers, as everything that locks tickets does. */
const POLLED_SQL = `
WITH polled AS (
  SELECT number FROM ticket
  WHERE room_id = $1 AND number = ANY($2::bigint[]) AND closed_at IS NULL AND called_at IS NULL
    AND polled_at > statement_timestamp() - $3::int * interval '1 millisecond'
  ORDER BY number FOR NO KEY UPDATE)
UPDATE ticket t SET polled_at = statement_timestamp() FROM polled p WHERE t.room_id = $1 AND t.number = p.number`;

const MINE_SQL = "SELECT FROM door_line WHERE room_id = $1 FOR NO KEY UPDATE SKIP LOCKED";

/** A ticket whose poll another process is just writing down is not dead. */
const DEAD_SQL = `
WITH dead AS (
  SELECT number FROM ticket
  WHERE room_id = $1 AND closed_at IS NULL
    AND coalesce(called_at, polled_at) <= statement_timestamp() - $2::int * interval '1 millisecond'
  FOR NO KEY UPDATE SKIP LOCKED)
UPDATE ticket t SET closed_at = statement_timestamp() FROM dead d WHERE t.room_id = $1 AND t.number = d.number`;

const COUNT_SQL = `
SELECT count(*) FILTER (WHERE called_at IS NULL)::int AS waiting, count(called_at)::int AS called
FROM ticket WHERE room_id = $1 AND closed_at IS NULL`;

const CALL_SQL = `
WITH next AS (
  SELECT number FROM ticket WHERE room_id = $1 AND closed_at IS NULL AND called_at IS NULL
  ORDER BY number LIMIT $2 FOR NO KEY UPDATE),
called AS (
  UPDATE ticket t SET called_at = statement_timestamp() FROM next n WHERE t.room_id = $1 AND t.number = n.number RETURNING 1)
UPDATE door_line SET called_total = called_total + (SELECT count(*) FROM called) WHERE room_id = $1`;

const READ_SQL = `
SELECT l.last_number::int AS "lastNumber", l.called_total::int AS "calledTotal",
  ARRAY(SELECT t.number::int FROM ticket t WHERE t.room_id = l.room_id AND t.closed_at IS NULL AND t.called_at IS NULL
    ORDER BY t.number) AS numbers
FROM door_line l WHERE l.room_id = $1`;

/**
 * One turn of a family's line: who polled is noted, with one statement for all; tickets that nobody polls and calls that nobody follows are closed, the next are called, and
 * the line is read. Where another process turns it at this moment it is only read. Source: mechanics, the door.
 */
export async function turnLine(sql: Sql, familyId: RoomId, facts: TurnFacts): Promise<LineRead> {
  const { main, overflow } = await readFamily(sql, familyId);
  const polled = [familyId, facts.polled, TICKET_DEAD_MS];
  if (facts.polled.length > 0) await sql.rows("line-polled", POLLED_SQL, polled);
  const mine = await sql.rows("line-mine", MINE_SQL, [familyId]);
  if (mine.length > 0 && main?.status === "live") await callNext(sql, main, overflow, facts);
  const [line] = await sql.rows<Omit<LineRead, "live" | "rooms">>("line-read", READ_SQL, [familyId]);
  return {
    live: main?.status === "live",
    rooms: new Set([familyId, ...overflow.map((room) => room.id)]),
    ...(line ?? { numbers: [], lastNumber: 0, calledTotal: 0 }),
  };
}

async function callNext(
  sql: Sql,
  main: DoorRoom,
  overflow: DoorRoom[],
  { doorPerSecond, seconds, slow }: TurnFacts,
): Promise<void> {
  await sql.rows("line-dead", DEAD_SQL, [main.id, TICKET_DEAD_MS]);
  const [counts] = await sql.rows<Pick<Turn, "waiting" | "called">>("line-count", COUNT_SQL, [main.id]);
  if (!counts) return;
  // Without overflow a full room is no reason to wait: those called hear from the door that it is full.
  const places = main.overflowLimit > 0 ? freePlaces(main, overflow) : null;
  const people = peopleToCall({ ...counts, doorPerSecond, seconds, slow, freePlaces: places });
  if (people > 0) await sql.rows("line-call", CALL_SQL, [main.id, people]);
}
