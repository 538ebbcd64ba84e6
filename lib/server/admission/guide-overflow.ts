import type { Guided } from "@/lib/domain/family/overflow";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { MIN_RATINGS } from "@/lib/domain/interpreting/interpreting";
import { listenersLimit, seatsTaken } from "@/lib/domain/seats/admission";
import type { Sql } from "@/lib/server/postgres/sql";
import type { DoorLockedRoom } from "./lock-rooms";
import type { ArrivalAtDoor } from "./read-arrivals";

/** What guides each person among the overflow rooms. */
export type Guides = { of: (personId: PersonId) => Guided };

type GuideRow = {
  personId: PersonId;
  languages: string[];
  followed: { roomId: RoomId; people: number }[];
  barredFrom: RoomId[];
};

/** One join for all people, of their follows with the open seats: a query a person would cost a walk through every seat. */
const GUIDE_SQL = `
WITH whom AS MATERIALIZED (SELECT follower_id, followee_id FROM follow WHERE follower_id = ANY($1::uuid[])),
seen AS MATERIALIZED (
  SELECT w.follower_id, s.room_id, count(*) AS people
  FROM whom w JOIN seat s ON s.person_id = w.followee_id AND s.closed_at IS NULL AND s.room_id = ANY($2::uuid[])
  GROUP BY w.follower_id, s.room_id),
followed AS MATERIALIZED (
  SELECT follower_id, json_agg(json_build_object('roomId', room_id, 'people', people)) AS rooms FROM seen GROUP BY follower_id)
SELECT p.id AS "personId", p.languages, coalesce(f.rooms, '[]') AS followed,
  ARRAY(SELECT b.room_id FROM room_ban b WHERE b.person_id = p.id AND b.room_id = ANY($2::uuid[]) AND b.lifted_at IS NULL
    UNION SELECT n.room_id FROM network_bar n WHERE n.network = a.guest_network AND n.room_id = ANY($2::uuid[])) AS "barredFrom"
FROM unnest($1::uuid[], $3::bytea[]) AS a(person_id, guest_network) JOIN person p ON p.id = a.person_id
LEFT JOIN followed f ON f.follower_id = p.id`;

/** Of each hall in the language that it is for. */
const UNDERSTOOD_SQL = `
SELECT r.room_id AS "roomId", avg(r.understood)::float AS understood FROM rating r
JOIN room h ON h.id = r.room_id AND h.language = r.language
WHERE r.room_id = ANY($1::uuid[]) GROUP BY r.room_id HAVING count(*) >= ${MIN_RATINGS}`;

type UnderstoodRow = { roomId: RoomId; understood: number };

const UNGUIDED: Guided = { languages: [], followed: new Map(), understood: new Map(), barredFrom: new Set() };

/**
 * Reads what guides people who may have to go on into overflow rooms. Asks nothing while the wanted room has a seat for
 * everyone in the batch, or where there is no overflow room yet.
 */
export async function guideOverflow(
  sql: Sql,
  rooms: Map<RoomId, DoorLockedRoom>,
  arrivals: ArrivalAtDoor[],
): Promise<Guides> {
  const mains = new Set<RoomId>();
  const people: PersonId[] = [];
  const ofGuests: (Buffer | null)[] = [];
  for (const { roomId, personId, kind, network } of arrivals) {
    const room = rooms.get(roomId);
    if (!room || seatsTaken(room) + arrivals.length <= listenersLimit(room)) continue;
    mains.add(room.mainRoomId ?? room.id);
    people.push(personId);
    ofGuests.push(kind === "guest" ? network : null);
  }
  const choices = [...rooms.values()].filter((room) => room.mainRoomId !== null && mains.has(room.mainRoomId));
  if (choices.length === 0) return { of: () => UNGUIDED };
  const rows = await sql.rows<GuideRow>("door-guide", GUIDE_SQL, [people, choices.map((room) => room.id), ofGuests]);
  const rated = await sql.rows<UnderstoodRow>("door-understood", UNDERSTOOD_SQL, [choices.map(({ id }) => id)]);
  const understood = new Map(rated.map((hall) => [hall.roomId, hall.understood]));
  const guides = new Map(
    rows.map(({ personId, languages, followed, barredFrom }) => [
      personId,
      {
        languages,
        understood,
        followed: new Map(followed.map(({ roomId, people: count }) => [roomId, count])),
        barredFrom: new Set(barredFrom),
      },
    ]),
  );
  return { of: (personId) => guides.get(personId) ?? UNGUIDED };
}
