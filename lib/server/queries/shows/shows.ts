import { validate } from "uuid";
import { hotPool } from "@/lib/server/postgres/db";
import { keptForAll } from "@/lib/server/queries/hallway/kept-for-all";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { ShowCard, ShowPage } from "@/lib/wire/shows/views";
import { SHOW_CARD_SQL, type ShowCardRow, toShowCard } from "./show-card";
import { showVisibleSql } from "./show-visibility";

const SHOWS_A_PAGE = 24;

const SHOWS_SQL = `
SELECT ${SHOW_CARD_SQL} FROM show sh
WHERE sh.published_at IS NOT NULL AND sh.ended_at IS NULL AND ($2::uuid IS NULL OR sh.id < $2::uuid) AND ${showVisibleSql("$1::uuid")}
ORDER BY sh.id DESC LIMIT ${SHOWS_A_PAGE + 1}`;

/** All shows that go on and that the caller may know of, a page at a time, the newest first. Visitors without an account share the first page. */
export function shows(caller: Onlooker, after: string | null): Promise<ShowPage> {
  const from = after !== null && validate(after) ? after : null;
  return !caller && !from ? keptForAll("shows", () => readShows(null, null)) : readShows(caller, from);
}

async function readShows(caller: Onlooker, from: string | null): Promise<ShowPage> {
  const values = [caller?.id ?? null, from];
  const { rows } = await hotPool().query<ShowCardRow>({ name: "shows", text: SHOWS_SQL, values });
  const shown = rows.slice(0, SHOWS_A_PAGE);
  return { shows: shown.map(toShowCard), next: rows.length > SHOWS_A_PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/** More than anybody leads, with those that they are a cohost of. */
const MOST_OF_ONE = 100;

const OF_SQL = `
SELECT ${SHOW_CARD_SQL} FROM show_host h JOIN show sh ON sh.id = h.show_id
WHERE h.person_id = $2::uuid AND (sh.published_at IS NOT NULL OR $3::boolean) AND ${showVisibleSql("$1::uuid")}
ORDER BY sh.ended_at IS NOT NULL, h.role, sh.id DESC LIMIT ${MOST_OF_ONE}`;

/** The shows that somebody leads, of those that the caller may know of; drafts on nobody's page but one's own. */
export async function showsOf(caller: Onlooker, personId: string, drafts = false): Promise<ShowCard[]> {
  const values = [caller?.id ?? null, personId, drafts];
  const { rows } = await hotPool().query<ShowCardRow>({ name: "shows-of", text: OF_SQL, values });
  return rows.map(toShowCard);
}

const MOST_OF_A_CLUB = 24;

const OF_CLUB_SQL = `
SELECT ${SHOW_CARD_SQL} FROM show sh
WHERE sh.club_id = $2::uuid AND sh.published_at IS NOT NULL AND sh.ended_at IS NULL AND ${showVisibleSql("$1::uuid")}
ORDER BY sh.id DESC LIMIT ${MOST_OF_A_CLUB}`;

/** The shows of a club that go on, of those that the caller may know of, the newest first. The caller may know of the club. */
export async function showsOfClub(caller: Onlooker, clubId: string): Promise<ShowCard[]> {
  const values = [caller?.id ?? null, clubId];
  const { rows } = await hotPool().query<ShowCardRow>({ name: "shows-of-club", text: OF_CLUB_SQL, values });
  return rows.map(toShowCard);
}
