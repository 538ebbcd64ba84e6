import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import { TO_COME_SQL } from "@/lib/server/queries/shows/announced-sql";
import type { RoomCard } from "@/lib/wire/hallway/views";
import { keptForAll } from "./kept-for-all";
import { type CardRow, cardsOf, toCard, UNTIED_SQL } from "./room-card";

const UPCOMING_ROOMS = 30;

const SCHEDULED_SQL = cardsOf(`
WITH picked AS (
  SELECT r.id AS room_id, ${UNTIED_SQL}, row_number() OVER (ORDER BY r.scheduled_for NULLS LAST, r.id) AS place
  FROM room r WHERE ${TO_COME_SQL} AND ${VISIBLE_SQL}
  ORDER BY place LIMIT ${UPCOMING_ROOMS})`);

/** The rooms that are announced but not live yet, the next first. Visitors without an account share one answer, at most a second old. */
export function scheduledRooms(caller: { id: PersonId } | null): Promise<RoomCard[]> {
  return caller ? readScheduled(caller) : keptForAll("scheduledRooms", () => readScheduled(null));
}

async function readScheduled(caller: { id: PersonId } | null): Promise<RoomCard[]> {
  const { rows } = await hotPool().query<CardRow>(SCHEDULED_SQL, [caller?.id ?? null]);
  return rows.map(toCard);
}
