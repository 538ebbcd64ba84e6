import { orderHands, type QueueHand } from "@/lib/domain/hands/hand-queue";
import type { RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";

/** A hand in the queue. `hall`: the number of its owner's hall. */
export type QueuedHand = QueueHand & {
  hall: number;
  question: string;
  parked: boolean;
  pickedById: string | null;
  pickReason: string;
  asksIn: string | null;
};

/** All of a family, which may be one room. */
const QUEUE_SQL = `
WITH family AS MATERIALIZED (
  SELECT f.id, coalesce(f.overflow_number, 0) AS number, f.open_seats, m.id AS main_id
  FROM room asked JOIN room m ON m.id = coalesce(asked.main_room_id, asked.id)
  JOIN room f ON f.id = m.id OR (m.overflow_opened > 0 AND f.main_room_id = m.id AND f.status = 'live')
  WHERE asked.id = $1)
SELECT h.person_id AS "personId", h.room_id AS "hallId", h.raised_at AS "raisedAt", h.question, h.parked_at IS NOT NULL AS parked,
  h.picked_at AS "pickedAt", h.picked_by_id AS "pickedById", h.pick_reason AS "pickReason", h.asks_in AS "asksIn", f.number AS hall, f.open_seats AS size,
  (SELECT count(*)::int FROM offer o WHERE o.room_id = f.main_id AND o.person_id = h.person_id AND o.outcome = 'accepted') AS "timesOnStage"
FROM hand h JOIN family f ON f.id = h.room_id WHERE h.closed_at IS NULL
ORDER BY h.parked_at IS NOT NULL, h.raised_at, h.id`;

type QueueRow = QueuedHand & { size: number };

/**
 * Every raised hand of the family that the room is of, in the one order that holds for all who read it: hands that count,
 * then parked ones as they were raised.
 */
export async function handQueue(roomId: RoomId): Promise<QueuedHand[]> {
  const { rows } = await hotPool().query<QueueRow>({ name: "hand-queue", text: QUEUE_SQL, values: [roomId] });
  const sizes = new Map(rows.map(({ hallId, size }) => [hallId, size]));
  const waiting = rows.filter(({ parked }) => !parked);
  return [...orderHands(waiting, sizes), ...rows.filter(({ parked }) => parked)];
}
