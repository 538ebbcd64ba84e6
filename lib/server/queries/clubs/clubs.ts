import { validate } from "uuid";
import { hotPool } from "@/lib/server/postgres/db";
import { keptForAll } from "@/lib/server/queries/hallway/kept-for-all";
import { type Onlooker, VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import type { ClubCard, ClubPage } from "@/lib/wire/clubs/views";
import { CLUB_CARD_SQL, type ClubCardRow, toClubCard } from "./club-card";
import { clubVisibleSql } from "./club-visibility";

const CLUBS_A_PAGE = 24;

/**
 * Cards are read of one page alone. The order is by all members, also those of whom $1 may not know; live
 * are rooms of which $1 may know.
 */
const CLUBS_SQL = `
WITH live AS MATERIALIZED (
  SELECT DISTINCT r.club_id FROM room r
  WHERE r.status = 'live' AND r.club_id IS NOT NULL AND r.main_room_id IS NULL AND ${VISIBLE_SQL}),
sizes AS MATERIALIZED (
  SELECT m.club_id, sum(m.members)::int AS size FROM (SELECT club_id, members FROM club_total UNION ALL SELECT club_id, members FROM club_change) m
  GROUP BY m.club_id HAVING sum(m.members) > 0),
picked AS (
  SELECT * FROM (
    SELECT c.id, c.id IN (SELECT club_id FROM live) AS is_live, s.size
    FROM club c JOIN sizes s ON s.club_id = c.id WHERE ${clubVisibleSql("$1::uuid")}) k
  WHERE $2::boolean IS NULL OR (k.is_live, k.size, k.id) < ($2::boolean, $3::int, $4::uuid)
  ORDER BY k.is_live DESC, k.size DESC, k.id DESC LIMIT ${CLUBS_A_PAGE + 1})
SELECT ${CLUB_CARD_SQL}, k.is_live AS "isLive", k.size FROM picked k JOIN club c ON c.id = k.id
ORDER BY k.is_live DESC, k.size DESC, k.id DESC`;

type ListedRow = ClubCardRow & { isLive: boolean; size: number };

/**
 * All clubs that the caller may know of, a page at a time: those with live rooms first, then the greatest, then the newest. Visitors
 * without an account share the first page, which is at most a second old.
 */
export function clubs(caller: Onlooker, after: string | null): Promise<ClubPage> {
  const from = readKey(after);
  return !caller && !from ? keptForAll("clubs", () => readClubs(null, null)) : readClubs(caller, from);
}

type Key = [isLive: boolean, size: number, id: string];

async function readClubs(caller: Onlooker, from: Key | null): Promise<ClubPage> {
  const { rows } = await hotPool().query<ListedRow>({
    name: "clubs",
    text: CLUBS_SQL,
    values: [caller?.id ?? null, ...(from ?? [null, null, null])],
  });
  const shown = rows.slice(0, CLUBS_A_PAGE);
  const last = rows.length > CLUBS_A_PAGE ? shown.at(-1) : undefined;
  return { clubs: shown.map(toClubCard), next: last ? [Number(last.isLive), last.size, last.id].join(".") : null };
}

/** Null for what no page ever named: then it begins at the first. */
function readKey(key: string | null): Key | null {
  const [isLive = "", size = "", id] = key?.split(".") ?? [];
  return /^[01]$/.test(isLive) && /^\d{1,9}$/.test(size) && validate(id)
    ? [isLive === "1", Number(size), id as string]
    : null;
}

/** More than anybody keeps an eye on. */
const MOST_OF_MINE = 100;

const MINE_SQL = `
SELECT ${CLUB_CARD_SQL} FROM (
  SELECT club_id, joined_at AS since FROM club_member WHERE person_id = $1::uuid
  UNION ALL SELECT club_id, invited_at FROM club_invitation WHERE person_id = $1::uuid) mine
JOIN club c ON c.id = mine.club_id WHERE ${clubVisibleSql("$1::uuid")} ORDER BY mine.since DESC, c.id LIMIT ${MOST_OF_MINE}`;

/** The clubs that a member is in or is invited to, the last first. */
export async function myClubs(caller: { id: string }): Promise<ClubCard[]> {
  const { rows } = await hotPool().query<ClubCardRow>({ name: "my-clubs", text: MINE_SQL, values: [caller.id] });
  return rows.map(toClubCard);
}
