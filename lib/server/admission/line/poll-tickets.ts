import type pg from "pg";
import { TICKET_DEAD_MS } from "@/lib/domain/door-line";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { askPostgres } from "@/lib/server/admission/ask-postgres";
import { inTransaction } from "@/lib/server/admission/in-transaction";

/** Somebody asks whether it is their turn. */
export type Poll = { familyId: RoomId; personId: PersonId };

/** Their living ticket; null where they have none (any more). */
export type PolledTicket = { number: number; called: boolean } | null;

type PolledRow = { familyId: RoomId; personId: PersonId; number: number; called: boolean };

/** Locks in order of the numbers, as the turn of the line does. */
const POLL_SQL = `
WITH held AS MATERIALIZED (
  SELECT t.room_id, t.number
  FROM unnest($1::uuid[], $2::uuid[]) AS p(room_id, person_id)
  JOIN ticket t ON t.room_id = p.room_id AND t.person_id = p.person_id AND t.closed_at IS NULL
  WHERE coalesce(t.called_at, t.polled_at) > statement_timestamp() - $3::int * interval '1 millisecond'
  ORDER BY t.room_id, t.number FOR NO KEY UPDATE OF t)
UPDATE ticket t SET polled_at = statement_timestamp() FROM held h WHERE t.room_id = h.room_id AND t.number = h.number
RETURNING t.room_id AS "familyId", t.person_id AS "personId", t.number::int AS number, t.called_at IS NOT NULL AS called`;

/** Answers all who ask at this moment with one statement, and notes that they still wait. Throws ServiceAway("database"). */
export async function pollTickets(pool: pg.Pool, polls: Poll[]): Promise<PolledTicket[]> {
  const keyOf = ({ familyId, personId }: Poll) => `${familyId} ${personId}`;
  const asked = [...new Map(polls.map((poll) => [keyOf(poll), poll])).values()];
  const values = [asked.map((poll) => poll.familyId), asked.map((poll) => poll.personId), TICKET_DEAD_MS];
  const rows = await inTransaction(pool, (client) => askPostgres<PolledRow>(client, "line-poll", POLL_SQL, values));
  const found = new Map(rows.map(({ number, called, ...poll }) => [keyOf(poll), { number, called }]));
  return polls.map((poll) => found.get(keyOf(poll)) ?? null);
}
