import { heatOf, languageKey } from "@/lib/domain/hallway/ranking";
import { hotPool } from "@/lib/server/postgres/db";
import { keptForAll } from "./kept-for-all";
import { LIVE_MAIN_SQL } from "./listed-rooms";

/** A live main room as everyone's hallway ranks it. `language`: its first part. `topics`: as topic_keys. */
export type RankableRoom = { id: string; language: string; topics: readonly string[]; heat: number };

/** Lists of them, each hottest first. */
type Lists = {
  rooms: readonly RankableRoom[];
  byId: ReadonlyMap<string, RankableRoom>;
  byLanguage: ReadonlyMap<string, readonly RankableRoom[]>;
  byTopic: ReadonlyMap<string, readonly RankableRoom[]>;
};

/** `missed`: rooms that began when the lists were read or since, in no order; some are in the lists as well. */
export type RankableRooms = Lists & { missed: readonly RankableRoom[] };

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
 * All live rooms, at most a second old: what is the same for everyone is read and sorted once a process, and a hallway asks only for
 * what is its own, and for rooms that began meanwhile. `readAt`: by the clock of the database.
 */
const readLists = (): Promise<Lists & { readAt: Date }> =>
  keptForAll("rankableRooms", async () => {
    const [moment, all] = await Promise.all([
      hotPool().query<{ at: Date }>({ name: "rankable-at", text: "SELECT now() AS at" }),
      hotPool().query<RankableRow>({ name: "rankable-rooms", text: ALL_SQL }),
    ]);
    const [row] = moment.rows;
    if (!row) throw new Error("The database tells no time.");
    return { readAt: row.at, ...listsOf(all.rows.map(toRankable)) };
  });

/** The live rooms by what a hallway looks for. */
export function listsOf(unsorted: readonly RankableRoom[]): Lists {
  const rooms = unsorted.toSorted(hotterFirst);
  const byTopic = new Map<string, RankableRoom[]>();
  const byLanguage = new Map<string, RankableRoom[]>();
  const add = (lists: Map<string, RankableRoom[]>, key: string, room: RankableRoom): void => {
    const list = lists.get(key);
    if (list) list.push(room);
    else lists.set(key, [room]);
  };
  for (const room of rooms) {
    add(byLanguage, room.language, room);
    for (const topic of new Set(room.topics)) add(byTopic, topic, room);
  }
  return { rooms, byId: new Map(rooms.map((room) => [room.id, room])), byLanguage, byTopic };
}

/** All live rooms now; of those in the lists, heat, language and topics are as old as they are. */
export async function rankableRooms(): Promise<RankableRooms> {
  const { readAt, ...lists } = await readLists();
  const { rows } = await hotPool().query<RankableRow>({ name: "missed-rooms", text: MISSED_SQL, values: [readAt] });
  return { ...lists, missed: rows.map(toRankable) };
}

const toRankable = ({ id, language, topics, openSeats, liveAt }: RankableRow): RankableRoom => ({
  ...{ id, language: languageKey(language), topics },
  heat: heatOf({ openSeats, liveAt }),
});

export const hotterFirst = (one: RankableRoom, other: RankableRoom): number =>
  other.heat - one.heat || (one.id < other.id ? 1 : -1);
