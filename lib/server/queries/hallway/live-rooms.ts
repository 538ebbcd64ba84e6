import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import type { RoomPage } from "@/lib/wire/hallway/views";
import { foldedCount } from "./folded-count";
import { keptForAll } from "./kept-for-all";
import { ASKED_FOR_SQL, LISTED_SQL, LIVE_MAIN_SQL, listedValues } from "./listed-rooms";
import { myOrder, type OrderedRoom, readRank, writeRank } from "./my-order";
import { rankableRooms } from "./rankable-rooms";
import { type CardRow, cardsOf, toCard } from "./room-card";
import { tiesOf } from "./ties";

/** How many rooms a hallway shows at once: a big one and twelve rows of two. */
const ROOMS_A_PAGE = 25;

/** So many of the first rooms in order are asked whether they are listed; all of them only where that fills no page. */
const ASKED_AT_FIRST = 100;

/** Of the ordered rooms $5 to $9 the first that stand in the hallway; $10: the topics of the person $1. */
const LISTED_CARDS_SQL = cardsOf(`
WITH ordered AS MATERIALIZED (
  SELECT * FROM unnest($5::uuid[], $6::int[], $7::int[], $8::uuid[], $9::boolean[])
    WITH ORDINALITY AS o(id, on_stage, listening, first_on_stage, shares_language, place) ORDER BY o.place),
picked AS (
  SELECT r.id AS room_id, o.on_stage, o.listening, o.first_on_stage, o.shares_language, o.place, $10::text[] AS my_topics
  FROM ordered o JOIN room r ON r.id = o.id WHERE ${LIVE_MAIN_SQL} AND ${ASKED_FOR_SQL} AND ${LISTED_SQL}
  ORDER BY o.place LIMIT ${ROOMS_A_PAGE + 1})`);

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

/** In order first, which is cheap, and of the first those that are listed, which is dear. */
async function readLive(caller: { id: PersonId } | null, wanted: Wanted): Promise<RoomPage> {
  const { folded = false, after, ...filter } = wanted;
  const from = readRank(after);
  const [all, ties] = await Promise.all([rankableRooms(), tiesOf(caller, filter.topic)]);
  const order = (most: number) => myOrder(all, ties, filter, { after: from, most });
  const read = async (rooms: readonly OrderedRoom[]): Promise<CardRow[]> => {
    const columns = [
      rooms.map(({ id }) => id),
      rooms.map(({ known }) => known?.onStage ?? 0),
      rooms.map(({ known }) => known?.listening ?? 0),
      rooms.map(({ known }) => known?.firstOnStage ?? null),
      rooms.map(({ sharesLanguage }) => sharesLanguage),
    ];
    const values = [...listedValues(caller, filter, folded), ...columns, ties.topics];
    return (await hotPool().query<CardRow>({ name: "live-rooms", text: LISTED_CARDS_SQL, values })).rows;
  };
  const page = async (): Promise<Pick<RoomPage, "rooms" | "next">> => {
    let ordered = order(ASKED_AT_FIRST);
    let rows = await read(ordered);
    if (rows.length <= ROOMS_A_PAGE && ordered.length === ASKED_AT_FIRST) {
      ordered = order(Number.POSITIVE_INFINITY);
      rows = await read(ordered);
    }
    const shown = rows.slice(0, ROOMS_A_PAGE);
    const last = rows.length > ROOMS_A_PAGE ? ordered.find(({ id }) => id === shown.at(-1)?.id) : undefined;
    return { rooms: shown.map(toCard), next: last ? writeRank(last) : null };
  };
  const mayFold = caller && !folded && !from && ties.hasBlocks;
  const [shown, foldedRooms] = await Promise.all([page(), mayFold ? foldedCount(caller, filter) : 0]);
  return { ...shown, folded: foldedRooms };
}
