import { languageKey } from "@/lib/domain/hallway/ranking";
import type { RoomKind } from "@/lib/domain/rooms/room";
import { hotPool } from "@/lib/server/postgres/db";
import { roomClubJson } from "@/lib/server/queries/clubs/room-club";
import { keptForAll } from "@/lib/server/queries/hallway/kept-for-all";
import { ASKED_FOR_SQL } from "@/lib/server/queries/hallway/listed-rooms";
import { HIDDEN_KINDS_SQL, type Onlooker, VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";
import type { AnnouncedEpisode } from "@/lib/wire/shows/views";
import { TO_COME_SQL } from "./announced-sql";
import { LEADERS_SQL, type LeadersJson, leadersJson, leadersOf } from "./leaders-json";
import { showVisibleSql } from "./show-visibility";

const FOLLOWED_SQL = `EXISTS (SELECT FROM (${LEADERS_SQL}) l JOIN follow f ON f.followee_id = l.person_id WHERE f.follower_id = $1::uuid)`;

/**
 * The next ones, and the next of whom the person $1 follows, however many others come before those. The latter are found by the people that
 * are followed: whoever follows nobody pays nothing for it.
 */
const ANNOUNCED_EPISODES_SQL = `
WITH soon AS (
  SELECT r.id FROM room r WHERE ${TO_COME_SQL} AND ${ASKED_FOR_SQL} AND ${VISIBLE_SQL}
  ORDER BY r.scheduled_for NULLS LAST, r.id LIMIT $4::int),
mine AS MATERIALIZED (SELECT f.followee_id AS id FROM follow f WHERE f.follower_id = $1::uuid),
of_mine AS (
  SELECT r.id FROM room r WHERE ${TO_COME_SQL} AND ${ASKED_FOR_SQL} AND ${VISIBLE_SQL} AND (
    r.created_by_id IN (SELECT id FROM mine) OR r.show_id IN (SELECT h.show_id FROM show_host h JOIN mine m ON m.id = h.person_id))
  ORDER BY r.scheduled_for NULLS LAST, r.id LIMIT $4::int)
SELECT r.id, r.title, r.topics, r.language, r.kind, r.scheduled_for AS "scheduledFor", ${roomClubJson("$1::uuid")} AS club,
  (SELECT json_build_object('slug', sh.slug, 'title', sh.title) FROM show sh WHERE sh.id = r.show_id AND ${showVisibleSql("$1::uuid")}) AS show,
  ${leadersJson("$1::uuid", LEADERS_SQL)} AS hosts, ${FOLLOWED_SQL} AS followed
FROM room r WHERE r.id IN (SELECT id FROM soon UNION SELECT id FROM of_mine)
ORDER BY r.scheduled_for NULLS LAST, r.id`;

type AnnouncedRow = {
  id: string;
  title: string;
  topics: string[];
  language: string;
  kind: RoomKind;
  scheduledFor: Date | null;
  club: AnnouncedEpisode["club"];
  show: AnnouncedEpisode["show"];
  hosts: LeadersJson;
  followed: boolean;
};

/**
 * What is announced, of what the caller may know of, the next first: so many, and as many of whom they follow. Visitors without an account share
 * one answer that is at most a second old.
 */
export function announced(caller: Onlooker, filter: HallwayFilter, most: number): Promise<AnnouncedEpisode[]> {
  const isFiltered = filter.language !== undefined || filter.topic !== undefined;
  return caller || isFiltered
    ? readAnnounced(caller, filter, most)
    : keptForAll(`announced ${most}`, () => readAnnounced(null, {}, most));
}

async function readAnnounced(caller: Onlooker, { language, topic }: HallwayFilter, most: number) {
  const { rows } = await hotPool().query<AnnouncedRow>({
    name: "announced",
    text: ANNOUNCED_EPISODES_SQL,
    values: [caller?.id ?? null, language === undefined ? null : languageKey(language), topic ?? null, most],
  });
  return rows.map(
    ({ scheduledFor, hosts, ...row }): AnnouncedEpisode => ({
      ...row,
      scheduledFor: scheduledFor?.toISOString() ?? null,
      hosts: leadersOf(hosts),
    }),
  );
}

/** Of what everybody may know of. */
const LANGUAGES_SQL = `SELECT DISTINCT split_part(r.language, '-', 1) AS language FROM room r
  WHERE ${TO_COME_SQL} AND r.kind NOT IN ${HIDDEN_KINDS_SQL}`;

/** In which languages, by their first part, something is announced: one answer for all, at most a second old. */
export const announcedLanguages = (): Promise<string[]> =>
  keptForAll("announcedLanguages", async () => {
    const { rows } = await hotPool().query<{ language: string }>({ name: "announced-languages", text: LANGUAGES_SQL });
    return rows.map(({ language }) => language);
  });
