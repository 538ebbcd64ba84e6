import { heatOf, languageKey } from "@/lib/domain/hallway/ranking";
import { hotPool } from "@/lib/server/postgres/db";
import { keptForAll } from "./kept-for-all";
import { LIVE_MAIN_SQL } from "./listed-rooms";

/** A live main room as everyone's hallway ranks it. `language`: its first part. `topics`: as topic_keys. */
export type RankableRoom = { id: string; language: string; topics: readonly string[]; heat: number };

/** `readAt`: by the clock of the database. `rooms`: those of the most heat first. */
type RankableRooms = { readAt: Date; rooms: readonly RankableRoom[] };

/** Columns of `room r`. */
const RANKABLE_SQL = `r.id, r.language, r.topic_keys AS topics, r.open_seats AS "openSeats", coalesce(r.live_at, r.created_at) AS "liveAt"`;

type RankableRow = { id: string; language: string; topics: string[]; openSeats: number; liveAt: Date };

const ALL_SQL = `SELECT ${RANKABLE_SQL} FROM room r WHERE ${LIVE_MAIN_SQL}`;

/** A room is seen by others so long after the moment that it bears as its beginning: its transaction has to end first. */
const SEEN_AFTER = "interval '5 s'";

/** It asks no index that every seat would have to write. */
const MISSED_SQL = `SELECT ${RANKABLE_SQL} FROM room r WHERE ${LIVE_MAIN_SQL} AND r.id IN (
  SELECT n.id FROM room n WHERE n.status = 'live' AND n.created_at > $1::timestamptz - ${SEEN_AFTER}
  UNION ALL SELECT g.room_id FROM going_live g WHERE g.at > $1::timestamptz - ${SEEN_AFTER})`;

/**
 * All live rooms, at most a second old: what is the same for everyone is read and reckoned once a process, and a hallway asks only for
 * what is its own, and for rooms that began meanwhile.
 */
const rankableRooms = (): Promise<RankableRooms> =>
  keptForAll("rankableRooms", async () => {
    const [moment, all] = await Promise.all([
      hotPool().query<{ at: Date }>({ name: "rankable-at", text: "SELECT now() AS at" }),
      hotPool().query<RankableRow>({ name: "rankable-rooms", text: ALL_SQL }),
    ]);
    const [row] = moment.rows;
    if (!row) throw new Error("The database tells no time.");
    return { readAt: row.at, rooms: all.rows.map(toRankable).sort(hotterFirst) };
  });

/** All live rooms now, hottest first; of those in the list, heat and topics are as old as it is. */
export async function rankableRoomsNow(): Promise<readonly RankableRoom[]> {
  const { readAt, rooms } = await rankableRooms();
  const { rows } = await hotPool().query<RankableRow>({ name: "missed-rooms", text: MISSED_SQL, values: [readAt] });
  if (rows.length === 0) return rooms;
  const missed = rows.map(toRankable);
  const again = new Set(missed.map(({ id }) => id));
  return [...missed, ...rooms.filter(({ id }) => !again.has(id))].sort(hotterFirst);
}

const toRankable = ({ id, language, topics, openSeats, liveAt }: RankableRow): RankableRoom => ({
  ...{ id, language: languageKey(language), topics },
  heat: heatOf({ openSeats, liveAt: liveAt }),
});

const hotterFirst = (one: RankableRoom, other: RankableRoom): number =>
  other.heat - one.heat || (one.id < other.id ? 1 : -1);
