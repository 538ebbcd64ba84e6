import { heatOf, languageKey } from "@/lib/domain/hallway/ranking";
import { hotPool } from "@/lib/server/postgres/db";
import { keptForAll } from "./kept-for-all";
import { LIVE_MAIN_SQL } from "./listed-rooms";

/** A live main room as everyone's hallway ranks it. `language`: its first part. `topics`: as topic_keys. */
export type RankableRoom = { id: string; language: string; topics: readonly string[]; heat: number };

/** `readAt`: by the clock of the database. `rooms`: those of the most heat first. */
export type RankableRooms = { readAt: Date; rooms: readonly RankableRoom[] };

/** Columns of `room r`. */
export const RANKABLE_SQL = `r.id, r.language, r.topic_keys AS topics, r.open_seats AS "openSeats", coalesce(r.live_at, r.created_at) AS "liveAt"`;

export type RankableRow = { id: string; language: string; topics: string[]; openSeats: number; liveAt: Date | string };

const ALL_SQL = `SELECT ${RANKABLE_SQL} FROM room r WHERE ${LIVE_MAIN_SQL}`;

/** A room is seen by others so long after the moment that it bears as its beginning: its transaction has to end first. */
const SEEN_AFTER = "interval '5 s'";

/**
 * Which of LIVE_MAIN_SQL may be missing from a list that was read at the moment `at`, an SQL expression. It asks no index that
 * every seat would have to write.
 */
export const missedSql = (at: string): string => `${LIVE_MAIN_SQL} AND r.id IN (
  SELECT n.id FROM room n WHERE n.status = 'live' AND n.created_at > ${at} - ${SEEN_AFTER}
  UNION ALL SELECT g.room_id FROM going_live g WHERE g.at > ${at} - ${SEEN_AFTER})`;

/**
 * All live rooms, at most a second old: what is the same for everyone is read and reckoned once a process, and a hallway asks only for
 * what is its own, and for rooms that began meanwhile.
 */
export const rankableRooms = (): Promise<RankableRooms> =>
  keptForAll("rankableRooms", async () => {
    const [moment, all] = await Promise.all([
      hotPool().query<{ at: Date }>({ name: "rankable-at", text: "SELECT now() AS at" }),
      hotPool().query<RankableRow>({ name: "rankable-rooms", text: ALL_SQL }),
    ]);
    const [row] = moment.rows;
    if (!row) throw new Error("The database tells no time.");
    return { readAt: row.at, rooms: all.rows.map(toRankable).sort(hotterFirst) };
  });

export const toRankable = ({ id, language, topics, openSeats, liveAt }: RankableRow): RankableRoom => ({
  ...{ id, language: languageKey(language), topics },
  heat: heatOf({ openSeats, liveAt: new Date(liveAt) }),
});

export const hotterFirst = (one: RankableRoom, other: RankableRoom): number =>
  other.heat - one.heat || (one.id < other.id ? 1 : -1);
