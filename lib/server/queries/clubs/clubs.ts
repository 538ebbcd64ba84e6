import { validate } from "uuid";
import { hotPool } from "@/lib/server/postgres/db";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { ClubCard, ClubPage } from "@/lib/wire/clubs/views";
import { CLUB_CARD_SQL, type ClubCardRow, toClubCard } from "./club-card";
import { clubVisibleSql } from "./club-visibility";

const CLUBS_A_PAGE = 24;

const CLUBS_SQL = `
SELECT ${CLUB_CARD_SQL} FROM club c
WHERE ${clubVisibleSql("$1::uuid")} AND ($2::uuid IS NULL OR c.id < $2::uuid) ORDER BY c.id DESC LIMIT ${CLUBS_A_PAGE + 1}`;

/** All clubs that the caller may know of, the newest first, a page at a time. */
export async function clubs(caller: Onlooker, after: string | null): Promise<ClubPage> {
  const from = after !== null && validate(after) ? after : null;
  const { rows } = await hotPool().query<ClubCardRow>({
    name: "clubs",
    text: CLUBS_SQL,
    values: [caller?.id ?? null, from],
  });
  const shown = rows.slice(0, CLUBS_A_PAGE);
  return { clubs: shown.map(toClubCard), next: rows.length > CLUBS_A_PAGE ? (shown.at(-1)?.id ?? null) : null };
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
