import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import type { RoomPage } from "@/lib/wire/hallway/views";
import { foldedCount } from "./folded-count";
import { keptForAll } from "./kept-for-all";
import { ASKED_FOR_SQL, LISTED_SQL, listedValues } from "./listed-rooms";
import { RANK_SQL, readRank, SHARES_LANGUAGE, TIES_SQL, writeRank } from "./rank-sql";
import { type CardRow, cardsOf, toCard } from "./room-card";

/** How many rooms a hallway shows at once. */
const ROOMS_A_PAGE = 30;

/**
 * All live rooms are put in order first, which is cheap, and asked in that order whether the person may know of them until a page
 * is full, which is dear. `OFFSET 0` keeps Postgres from asking them all.
 */
const LIVE_SQL = cardsOf(
  `
WITH ${TIES_SQL},
picked AS (
  SELECT top.*, ${SHARES_LANGUAGE} AS shares_language, (SELECT me.topics FROM me) AS my_topics, row_number() OVER (ORDER BY ties DESC, heat DESC, r.id DESC) AS place
  FROM (
    SELECT r.id AS room_id, r.on_stage, r.listening, r.first_on_stage, r.ties, r.heat
    FROM (
      SELECT r.id, r.main_room_id, r.kind, r.created_by_id, k.on_stage, k.listening, k.first_on_stage, ${RANK_SQL}
      FROM room r LEFT JOIN known k ON k.room_id = r.id
      WHERE ${ASKED_FOR_SQL} ORDER BY ties DESC, heat DESC, r.id DESC OFFSET 0) r
    WHERE ($5::int IS NULL OR (r.ties, r.heat, r.id) < ($5::int, $6::float8, $7::uuid)) AND ${LISTED_SQL}
    ORDER BY r.ties DESC, r.heat DESC, r.id DESC LIMIT ${ROOMS_A_PAGE + 1}) top
  JOIN room r ON r.id = top.room_id)`,
  ", k.ties, k.heat",
);

type RankedRow = CardRow & { ties: number; heat: number };

/** `folded`: those that are folded away instead of the others. `after`: `next` of the page before. */
type Wanted = HallwayFilter & { folded?: boolean; after?: string };

/**
 * A page of the live rooms that the caller may know of, the ones they are tied to most first (lib/domain/hallway/ranking.ts).
 * Visitors without an account share the answer at the top, which is at most a second old.
 */
export function liveRooms(caller: { id: PersonId } | null, wanted: Wanted = {}): Promise<RoomPage> {
  const isTop = Object.values(wanted).every((wish) => wish === undefined || wish === false);
  return !caller && isTop ? keptForAll("liveRooms", () => readLive(null, wanted)) : readLive(caller, wanted);
}

async function readLive(caller: { id: PersonId } | null, wanted: Wanted): Promise<RoomPage> {
  const { folded = false, after, ...filter } = wanted;
  const from = readRank(after);
  const [{ rows }, foldedRooms] = await Promise.all([
    hotPool().query<RankedRow>({
      name: "live-rooms",
      text: LIVE_SQL,
      values: [...listedValues(caller, filter, folded), from?.ties ?? null, from?.heat ?? null, from?.id ?? null],
    }),
    caller && !folded && !from ? foldedCount(caller, filter) : 0,
  ]);
  const shown = rows.slice(0, ROOMS_A_PAGE);
  const last = rows.length > ROOMS_A_PAGE ? shown.at(-1) : undefined;
  return { rooms: shown.map(toCard), next: last ? writeRank(last) : null, folded: foldedRooms };
}
