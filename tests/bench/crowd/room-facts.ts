import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { defaultReserve } from "@/lib/domain/rooms/room";
import { pgSql } from "@/lib/server/postgres/sql";
import { closeSeats } from "@/lib/server/seats/close-seats";

/** The room that everybody wants, with so many overflow rooms at most. */
export async function makeRoom(database: pg.Client, capacity: number, overflowRooms: number): Promise<string> {
  const [id, host] = [randomUUID(), randomUUID()];
  await database.query("INSERT INTO person (id, kind, name, portrait_seed) VALUES ($1, 'member', 'Host', 1)", [host]);
  await database.query(
    `INSERT INTO room (id, title, language, capacity, reserve, overflow_limit, created_by_id, live_at)
     VALUES ($1, 'Bench', 'en', $2, $3, $4, $5, now())`,
    [id, capacity, defaultReserve(capacity), overflowRooms, host],
  );
  await database.query("INSERT INTO room_clock (room_id) VALUES ($1)", [id]);
  return id;
}

/** What was seen at all samples together. */
export type Seen = {
  /** Greatest number of seats in one room. */
  maxSeats: number;
  /** Samples at which a room held more than it may, or counted others than it held. */
  above: number;
  /** Most people who waited at once. */
  mostWaiting: number;
  /** Arrivals took tickets because of a crowd, though there were places. */
  crowdSeen: boolean;
  /** People waited because no place was left. */
  fullSeen: boolean;
};

const SAMPLE_SQL = `
WITH seats AS (SELECT room_id, count(*)::int AS seats FROM seat WHERE closed_at IS NULL GROUP BY room_id)
SELECT coalesce(max(s.seats), 0)::int AS most,
  count(*) FILTER (WHERE s.seats > r.capacity - r.reserve OR s.seats <> r.open_seats)::int AS above,
  coalesce(sum(r.capacity - r.reserve - r.open_seats), 0)::int + $2::int * max(r.capacity) - max(r.capacity) * (count(*)::int - 1) AS free,
  (SELECT count(*)::int FROM ticket WHERE room_id = $1 AND closed_at IS NULL AND called_at IS NULL) AS waiting,
  coalesce((SELECT kept_until > now() FROM door_line WHERE room_id = $1), false) AS kept
FROM room r LEFT JOIN seats s ON s.room_id = r.id WHERE r.id = $1 OR r.main_room_id = $1`;

type Sample = { most: number; above: number; free: number; waiting: number; kept: boolean };

export const nothingSeen = (): Seen => ({ maxSeats: 0, above: 0, mostWaiting: 0, crowdSeen: false, fullSeen: false });

/** Looks at the family four times a second until `isOver`, and writes into `seen` what it saw. */
export async function watchRoom(
  database: pg.Client,
  { roomId, overflowRooms, seen, isOver }: { roomId: string; overflowRooms: number; seen: Seen; isOver: () => boolean },
): Promise<void> {
  while (!isOver()) {
    const { rows } = await database.query<Sample>(SAMPLE_SQL, [roomId, overflowRooms]);
    const sample = rows[0] as Sample;
    seen.maxSeats = Math.max(seen.maxSeats, sample.most);
    seen.above += sample.above;
    seen.mostWaiting = Math.max(seen.mostWaiting, sample.waiting);
    seen.crowdSeen ||= sample.kept;
    seen.fullSeen ||= sample.waiting > 0 && sample.free === 0;
    await pause(250);
  }
}

const LEAVING_SQL = `
SELECT room_id AS "roomId", person_id AS "personId" FROM seat WHERE closed_at IS NULL
  AND room_id = ANY(ARRAY(SELECT id FROM room WHERE id = $1 OR main_room_id = $1)) ORDER BY opened_at LIMIT $2`;

/** So many of those who have sat longest get up, as the sweep closes the seats of those who are gone. */
export async function getUp(database: pg.Client, roomId: string, people: number): Promise<void> {
  await database.query("BEGIN");
  await database.query("SELECT FROM room WHERE id = $1 OR main_room_id = $1 ORDER BY id FOR NO KEY UPDATE", [roomId]);
  const { rows } = await database.query<{ roomId: RoomId; personId: PersonId }>(LEAVING_SQL, [roomId, people]);
  await closeSeats(pgSql(database), rows, "lease");
  await database.query("COMMIT");
}

/** Calls that went to somebody while a smaller number waited, and people without a ticket who sat down past those who waited. */
export async function faultsOfOrder(database: pg.Client): Promise<{ overtaken: number; jumped: number }> {
  const { rows } = await database.query<{ overtaken: number; jumped: number }>(`
    WITH calls AS (SELECT called_at, max(called_at) OVER (ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
                   FROM ticket WHERE called_at IS NOT NULL),
    walked AS (SELECT s.opened_at FROM seat s WHERE NOT EXISTS (SELECT FROM ticket t WHERE t.person_id = s.person_id)),
    waits AS (SELECT range_agg(tstzrange(taken_at, called_at)) AS spans FROM ticket WHERE called_at > taken_at)
    SELECT (SELECT count(*)::int FROM calls WHERE called_at < before) AS overtaken,
      (SELECT count(*)::int FROM walked, waits WHERE waits.spans @> walked.opened_at) AS jumped`);
  return rows[0] ?? { overtaken: -1, jumped: -1 };
}
