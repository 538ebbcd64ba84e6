import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { RoomKind, RoomStatus } from "@/lib/domain/rooms/room";
import { HIDDEN_KINDS, type Sight, sightOf, type VisibilityFacts } from "@/lib/domain/rooms/visibility";
import { hotPool } from "@/lib/server/postgres/db";
import { gather } from "@/lib/server/postgres/gather";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { blockedSql } from "@/lib/server/queries/people/person-visibility";
import { IS_OPEN_HOST } from "./room-leader";

/** Who looks; null for a visitor without an account. `admin`: as an admin, which an access token never is. */
export type Onlooker = { id: PersonId; admin?: boolean } | null;

/** Which rooms a condition is asked of: any, or main rooms alone, of which nothing is looked up elsewhere. */
type AskedOf = "any" | "main";

const mainOf = (rooms: AskedOf): string => (rooms === "main" ? "r.id" : "coalesce(r.main_room_id, r.id)");

/** A column of the main room of the family that `room r` belongs to. */
const ofMain = (column: string, rooms: AskedOf): string =>
  rooms === "main"
    ? `r.${column}`
    : `CASE WHEN r.main_room_id IS NULL THEN r.${column} ELSE (SELECT m.${column} FROM room m WHERE m.id = r.main_room_id) END`;

/** The kinds of rooms that only some may know of, as the right side of an SQL `IN`. */
export const HIDDEN_KINDS_SQL = `(${HIDDEN_KINDS.map((kind) => `'${kind}'`).join(", ")})`;

/**
 * The facts of lib/domain/rooms/visibility.ts about `room r` and one person, an SQL expression each. Each asks by the person
 * first: of one person it is read once for however many rooms.
 */
const factsSql = (person: string, rooms: AskedOf) => ({
  kind: ofMain("kind", rooms),
  isCreator: `coalesce(r.created_by_id = ${person}, false)`,
  invitedToFamily: `${mainOf(rooms)} IN (SELECT i.room_id FROM invitation i WHERE i.person_id = ${person})`,
  seatedInFamily: `${mainOf(rooms)} IN (SELECT coalesce(sr.main_room_id, sr.id) FROM seat mine JOIN room sr ON sr.id = mine.room_id
    WHERE mine.person_id = ${person} AND mine.closed_at IS NULL)`,
  inClub: `coalesce(${ofMain("club_id", rooms)} IN (SELECT c.club_id FROM club_member c WHERE c.person_id = ${person}), false)`,
  banned: `(${[...new Set(["r.id", mainOf(rooms)])].map((id) => `${id} IN (${bansOf(person)})`).join(" OR ")})`,
  hostBlocked: `(${mainOf(rooms)} IN (SELECT h.room_id FROM seat h WHERE h.person_id IN (${blockedSql(person)}) AND ${IS_OPEN_HOST})
    OR (${ofMain("created_by_id", rooms)} IN (${blockedSql(person)})
      AND NOT EXISTS (SELECT FROM seat h WHERE h.room_id = ${mainOf(rooms)} AND ${IS_OPEN_HOST})))`,
});

const bansOf = (person: string): string =>
  `SELECT b.room_id FROM room_ban b WHERE b.person_id = ${person} AND b.lifted_at IS NULL`;

/** A condition on room `r`: the person $1 sees it, as no admin. sightOf in SQL, for lists; a test holds the two together. */
export const VISIBLE_SQL = roomVisibleSql("$1::uuid");

/** The same on a main room `r`, with less to plan. */
export const MAIN_VISIBLE_SQL = roomVisibleSql("$1::uuid", "main");

/** The same for the person that an SQL expression names. */
export function roomVisibleSql(person: string, rooms: AskedOf = "any"): string {
  const { kind, isCreator, invitedToFamily, seatedInFamily, inClub, banned, hostBlocked } = factsSql(person, rooms);
  return `(NOT ${banned} AND NOT ${hostBlocked} AND (${kind} NOT IN ${HIDDEN_KINDS_SQL} OR ${isCreator} OR ${invitedToFamily} OR ${seatedInFamily}
    OR (${kind} = 'members' AND ${inClub})))`;
}

/** A condition on room `r`: the person that an SQL expression names was not put out of it, and has no block with who leads it. */
export function notShutOutSql(person: string): string {
  const { banned, hostBlocked } = factsSql(person, "any");
  return `(NOT ${banned} AND NOT ${hostBlocked})`;
}

/** What decides how somebody may deal with a room that they see. */
export type SeenRoom = {
  id: RoomId;
  title: string;
  kind: RoomKind;
  status: RoomStatus;
  guestsAllowed: boolean;
  createdById: PersonId;
};

type Facts = Omit<VisibilityFacts, "isAdmin">;

const FACTS_SQL = `
SELECT r.id, r.title, r.status, r.guests_allowed AS "guestsAllowed", r.created_by_id AS "createdById",
  ${Object.entries(factsSql("a.person_id", "any"))
    .map(([name, expression]) => `${expression} AS "${name}"`)
    .join(", ")}
FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS a(room_id, person_id, place)
LEFT JOIN room r ON r.id = a.room_id ORDER BY a.place`;

type FactsRow = Omit<SeenRoom, "kind" | "id"> & Facts & { id: RoomId | null };

type Asked = { roomId: RoomId; personId: PersonId | null };

export type Visibility = { sight: Sight; room: SeenRoom };

/** How somebody sees a room; null where there is none. One look-up serves all who ask at the same moment. */
export async function visibilityOf(caller: Onlooker, roomId: RoomId): Promise<Visibility | null> {
  const read = oncePerProcess("visibility", () => gather(readFacts));
  const row = await read({ roomId, personId: caller?.id ?? null });
  if (!row?.id) return null;
  const { isCreator, invitedToFamily, seatedInFamily, inClub, banned, hostBlocked, ...room } = row;
  const facts = { kind: room.kind, isCreator, invitedToFamily, seatedInFamily, inClub, banned, hostBlocked };
  return { sight: sightOf({ ...facts, isAdmin: caller?.admin === true }), room: { ...room, id: roomId } };
}

async function readFacts(asked: Asked[]): Promise<(FactsRow | null)[]> {
  const { rows } = await hotPool().query<FactsRow>({
    name: "visibility",
    text: FACTS_SQL,
    values: [asked.map(({ roomId }) => roomId), asked.map(({ personId }) => personId)],
  });
  return asked.map((_, place) => rows[place] ?? null);
}
