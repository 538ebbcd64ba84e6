import type { PersonId, RoomId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { hotPool } from "@/lib/server/postgres/db";
import { seatRole } from "@/lib/server/queries/rooms/seat-role";
import type { RatingAverage } from "@/lib/wire/interpreting/views";

const RATINGS_SQL = `
SELECT r.room_id AS "hallId", coalesce(h.overflow_number, 0) AS number, r.language,
  round(avg(r.understood), 2)::float AS understood, count(*)::int AS count
FROM room h JOIN rating r ON r.room_id = h.id WHERE h.id = $1 OR h.main_room_id = $1
GROUP BY r.room_id, h.overflow_number, r.language ORDER BY number, r.language`;

/** How well each language is understood in each hall of a main room's family, for people who assign interpreters; null for others. */
export async function ratings(
  caller: { id: PersonId } | null,
  mainRoomId: RoomId,
): Promise<{ ratings: RatingAverage[] } | null> {
  const role = caller && (await seatRole({ roomId: mainRoomId, personId: caller.id }));
  if (!caller || !role || !can({ personId: caller.id, role }, "assignInterpreter")) return null;
  const { rows } = await hotPool().query<RatingAverage>({ name: "ratings", text: RATINGS_SQL, values: [mainRoomId] });
  return { ratings: rows };
}
