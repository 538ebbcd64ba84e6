import { matchesFilter } from "@/lib/domain/hallway/filter";
import type { PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { log } from "@/lib/server/postgres/log";
import { blockedSql } from "@/lib/server/queries/people/person-visibility";
import { roomsLedSql } from "@/lib/server/queries/rooms/room-leader";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import type { HallwayPulse } from "@/lib/wire/hallway/views";
import { type HallwayNews, watchHallway } from "./hallway-hub";
import { watchPerson } from "./people-hub";

type Watch = (tell: (pulse: HallwayPulse) => void) => () => void;

/** The hallway as a visitor without an account follows it: the rooms that they ask for. */
export const openHallway =
  (filter: HallwayFilter): Watch =>
  (tell) =>
    watchHallway(tellOf(filter, () => NOTHING_AWAY, tell));

/**
 * The hallway as one person follows it: nothing of rooms that they were put out of, that they hid, or that people lead with whom
 * they have a block; those cards go at once. And a word to read anew whenever something is new for them, such as a key to a
 * closed room. Resolves once it is known which rooms those are, so that nothing of them slips through. Postgres is asked at
 * the start and when something is new for this person, never because a room changed.
 */
export async function openMyHallway(personId: PersonId, filter: HallwayFilter): Promise<Watch> {
  let away = await awayFrom(personId);
  return (tell) => {
    const lookAgain = async (): Promise<void> => {
      const now = await awayFrom(personId);
      const gone = [...now.rooms].filter((roomId) => !away.rooms.has(roomId));
      away = now;
      tell({ rooms: [], reread: true, gone });
    };
    const stopPerson = watchPerson(personId, () => {
      lookAgain().catch((fault: unknown) => log().debug({ err: fault }, "somebody's hallway not told"));
    });
    const stopHallway = watchHallway(tellOf(filter, () => away, tell));
    return () => {
      stopPerson();
      stopHallway();
    };
  };
}

/** What a hallway does not show: rooms, and people in whatever room they lead. */
type Away = { rooms: ReadonlySet<string>; leaders: ReadonlySet<PersonId> };

const NOTHING_AWAY: Away = { rooms: new Set(), leaders: new Set() };

const tellOf =
  (filter: HallwayFilter, away: () => Away, tell: (pulse: HallwayPulse) => void) =>
  ({ heard, reread }: HallwayNews): void => {
    const { rooms: roomsAway, leaders: leadersAway } = away();
    const rooms = heard.flatMap(({ pulse, leader, ...room }) =>
      roomsAway.has(pulse.id) || leadersAway.has(leader) || !matchesFilter(filter, room) ? [] : [pulse],
    );
    if (rooms.length > 0 || reread) tell({ rooms, reread });
  };

const AWAY_SQL = `
WITH blocked AS MATERIALIZED (SELECT DISTINCT id FROM (${blockedSql("$1::uuid")}) AS either(id))
SELECT ARRAY(SELECT id FROM blocked) AS leaders, ARRAY(
  SELECT room_id FROM room_ban WHERE person_id = $1 AND lifted_at IS NULL
  UNION SELECT room_id FROM hidden_room WHERE person_id = $1
  UNION ${roomsLedSql("SELECT id FROM blocked")}) AS rooms`;

async function awayFrom(personId: PersonId): Promise<Away> {
  const { rows } = await hotPool().query<{ rooms: string[]; leaders: PersonId[] }>({
    name: "away-from-hallway",
    text: AWAY_SQL,
    values: [personId],
  });
  return { rooms: new Set(rows[0]?.rooms), leaders: new Set(rows[0]?.leaders) };
}
