import { HANDS_A_PAGE } from "@/lib/domain/hand";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/db";
import type { HandsPage } from "@/lib/wire/hands";
import { HANDS_JSON_SQL, type HandJson, toHand } from "./hand-json";

/** The same order for everyone who asks: hands that count, then parked ones, each as they were raised. */
const PAGE_SQL = `
SELECT (SELECT ${HANDS_JSON_SQL} FROM (
    SELECT * FROM hand h WHERE h.room_id = $1 AND h.closed_at IS NULL AND ($2::uuid IS NULL OR
      (h.parked_at IS NOT NULL, h.raised_at, h.id) > (
        SELECT l.parked_at IS NOT NULL, l.raised_at, l.id FROM hand l
        WHERE l.room_id = $1 AND l.person_id = $2 AND l.closed_at IS NULL))
    ORDER BY h.parked_at IS NOT NULL, h.raised_at, h.id LIMIT ${HANDS_A_PAGE}) q JOIN person p ON p.id = q.person_id) AS hands,
  count(*) FILTER (WHERE parked_at IS NULL)::int AS waiting, count(*) FILTER (WHERE parked_at IS NOT NULL)::int AS parked
FROM hand WHERE room_id = $1 AND closed_at IS NULL`;

type PageRow = { hands: HandJson[]; waiting: number; parked: number };

/** A page of the queue after that person's hand, from its head where nobody is named; none after a hand that is down. */
export async function handsPage(roomId: RoomId, after: PersonId | null): Promise<HandsPage> {
  const { rows } = await hotPool().query<PageRow>(PAGE_SQL, [roomId, after]);
  const { hands = [], waiting = 0, parked = 0 } = rows[0] ?? {};
  return { hands: hands.map(toHand), totals: { waiting, parked } };
}
