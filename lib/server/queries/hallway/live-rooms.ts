import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import type { RoomPage } from "@/lib/wire/hallway/views";
import { foldedCount } from "./folded-count";
import { keptForAll } from "./kept-for-all";
import { ASKED_FOR_SQL, LISTED_SQL, LIVE_MAIN_SQL, listedValues } from "./listed-rooms";
import { readRank, SCORE_SQL, SHARES_LANGUAGE, TIES_SQL, writeRank } from "./rank-sql";
import { type CardRow, cardsOf, toCard } from "./room-card";

/** How many rooms a hallway shows at once: a big one and twelve rows of two. */
const ROOMS_A_PAGE = 25;

/** So many of the first rooms in order are asked whether they are listed; all of them only where that fills no page. */
const ASKED_AT_FIRST = 200;

/**
 * In order first, which is cheap, and of the first $7, null for all, those that are listed, which is dear. What is sorted is no more than
 * what the order needs. `OFFSET 0` keeps what is asked for out of the join with `known`: Postgres would take it for rare, and join without a hash.
 */
const LIVE_SQL = cardsOf(
  `
WITH ${TIES_SQL},
ordered AS MATERIALIZED (
  SELECT r.id, r.on_stage, r.listening, r.first_on_stage, r.score FROM (
    SELECT r.id, r.language, r.topic_keys, k.on_stage, k.listening, k.first_on_stage, ${SCORE_SQL} AS score
    FROM room r LEFT JOIN known k ON k.room_id = r.id WHERE ${LIVE_MAIN_SQL} OFFSET 0) r
  WHERE ${ASKED_FOR_SQL} AND ($5::float8 IS NULL OR (r.score, r.id) < ($5::float8, $6::uuid))
  ORDER BY r.score DESC, r.id DESC LIMIT $7::int),
picked AS (
  SELECT o.*, row_number() OVER (ORDER BY o.score DESC, o.room_id DESC) AS place
  FROM (
    SELECT r.id AS room_id, o.on_stage, o.listening, o.first_on_stage, o.score, ${SHARES_LANGUAGE} AS shares_language, (SELECT me.topics FROM me) AS my_topics
    FROM ordered o JOIN room r ON r.id = o.id WHERE ${LISTED_SQL} ORDER BY o.score DESC, o.id DESC LIMIT ${ROOMS_A_PAGE + 1}) o)`,
  `, k.score, (SELECT count(*)::int FROM ordered) AS asked, EXISTS (SELECT FROM block b WHERE b.blocker_id = $1::uuid) AS "hasBlocks"`,
);

/** `asked`: how many rooms were asked whether they are listed. `hasBlocks`: the caller has blocked somebody. */
type RankedRow = CardRow & { score: number; asked: number; hasBlocks: boolean };

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
  const read = async (most: number | null): Promise<RankedRow[]> => {
    const values = [...listedValues(caller, filter, folded), from?.score ?? null, from?.id ?? null, most];
    return (await hotPool().query<RankedRow>({ name: "live-rooms", text: LIVE_SQL, values })).rows;
  };
  const first = await read(ASKED_AT_FIRST);
  const isEnough = first.length > ROOMS_A_PAGE || (first[0] && first[0].asked < ASKED_AT_FIRST);
  const rows = isEnough ? first : await read(null);
  const shown = rows.slice(0, ROOMS_A_PAGE);
  const last = rows.length > ROOMS_A_PAGE ? shown.at(-1) : undefined;
  const mayFold = caller && !folded && !from && (rows[0]?.hasBlocks ?? true);
  const foldedRooms = mayFold ? await foldedCount(caller, filter) : 0;
  return { rooms: shown.map(toCard), next: last ? writeRank(last) : null, folded: foldedRooms };
}
