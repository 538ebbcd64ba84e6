import type { RoomKind } from "@/lib/domain/rooms/room";
import type { Ranked } from "@/lib/domain/search/rank";
import { hotPool } from "@/lib/server/postgres/db";
import { SEATS_SHOWN_SQL } from "@/lib/server/queries/rooms/seats-shown";
import { MAIN_VISIBLE_SQL, type Onlooker } from "@/lib/server/queries/rooms/visibility";
import { ANNOUNCED_SQL } from "@/lib/server/queries/shows/announced-sql";
import type { RoomFound } from "@/lib/wire/search/views";
import type { Terms } from "./read-terms";
import { askByWords, hitsSql } from "./word-hits";

/** So many are read; beyond, somebody says more of what they look for. */
const MOST_ROOMS = 200;

/** People whom I follow on a stage are counted per room first, as the hallway does: nobody's followers are expanded. */
const FOUND_SQL = `
WITH followed AS MATERIALIZED (
  SELECT s.room_id, count(*)::int AS people
  FROM follow f JOIN seat s ON s.person_id = f.followee_id AND s.closed_at IS NULL AND s.role <> 'listener'
  WHERE f.follower_id = $1::uuid GROUP BY s.room_id),
${hitsSql("room_word", "room_id")}
SELECT r.id, r.title, r.language, r.kind, r.status, ${SEATS_SHOWN_SQL} AS "openSeats", r.scheduled_for AS "scheduledFor",
  sh.slug AS "showSlug", sh.title AS "showTitle", coalesce(f.people, 0) AS "followedOnStage", h.worth,
  starts_with(search_fold(r.title), $7) AS begins
FROM hit h JOIN room r ON r.id = h.id LEFT JOIN show sh ON sh.id = r.show_id LEFT JOIN followed f ON f.room_id = r.id AND r.status = 'live'
WHERE r.status IN ('live', 'scheduled') AND r.main_room_id IS NULL AND ${ANNOUNCED_SQL} AND ${MAIN_VISIBLE_SQL}
ORDER BY begins DESC, f.people DESC NULLS LAST, h.worth DESC, r.open_seats DESC, r.id LIMIT ${MOST_ROOMS}`;

type FoundRow = {
  id: string;
  title: string;
  language: string;
  kind: RoomKind;
  status: "live" | "scheduled";
  openSeats: number;
  scheduledFor: Date | null;
  showSlug: string | null;
  showTitle: string | null;
  followedOnStage: number;
  worth: number;
  begins: boolean;
};

/** Live and announced main rooms that the caller may know of. Where only few are called that, also those that could have been meant. */
export function findRooms(caller: Onlooker, terms: Terms): Promise<Ranked<RoomFound>[]> {
  return askByWords("room_word", terms, async ({ values }) => {
    const { rows } = await hotPool().query<FoundRow>({
      name: "search-rooms",
      text: FOUND_SQL,
      values: [caller?.id ?? null, ...values, terms.whole],
    });
    return rows.map(rankOf);
  });
}

function rankOf({ worth, begins, showSlug, showTitle, ...row }: FoundRow): Ranked<RoomFound> {
  const show = showSlug !== null && showTitle !== null ? { slug: showSlug, title: showTitle } : null;
  // Nothing is worth more than six words of a title.
  const unlike = Math.round(100 - 5 * worth);
  return {
    rank: [begins ? 1 : 2, row.followedOnStage > 0 ? 0 : 1, Math.max(0, unlike), -row.openSeats, row.id],
    found: { ...row, scheduledFor: row.scheduledFor?.toISOString() ?? null, show },
  };
}
