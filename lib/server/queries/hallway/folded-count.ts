import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import { ASKED_FOR_SQL, FOLDED_SQL, LISTED_SQL, LIVE_MAIN_SQL, listedValues } from "./listed-rooms";

/** From those rooms on, since most people have blocked nobody, and there are none. */
const COUNT_SQL = `SELECT count(*)::int AS rooms FROM room r WHERE r.id IN (${FOLDED_SQL}) AND ${LIVE_MAIN_SQL} AND ${ASKED_FOR_SQL} AND ${LISTED_SQL}`;

/** How many of the rooms asked for are folded away, since somebody whom the caller has blocked leads or speaks there. Source: behaviours 1. */
export async function foldedCount(caller: { id: PersonId }, filter: HallwayFilter): Promise<number> {
  const { rows } = await hotPool().query<{ rooms: number }>({
    name: "folded-count",
    text: COUNT_SQL,
    values: listedValues(caller, filter, true),
  });
  return rows[0]?.rooms ?? 0;
}
