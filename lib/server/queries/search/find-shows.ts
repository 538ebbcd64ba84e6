import type { Ranked } from "@/lib/domain/search/rank";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { MAIN_VISIBLE_SQL, type Onlooker } from "@/lib/server/queries/rooms/visibility";
import { ANNOUNCED_SQL } from "@/lib/server/queries/shows/announced-sql";
import { showVisibleSql } from "@/lib/server/queries/shows/show-visibility";
import type { ShowFound } from "@/lib/wire/search/views";
import type { Terms } from "./read-terms";
import { askByWords, hitsSql } from "./word-hits";

const MOST_SHOWS = 200;

const FOUND_SQL = `
WITH ${hitsSql("show_word", "show_id")}
SELECT sh.id, sh.slug, sh.title, sh.language, h.worth, starts_with(search_fold(sh.title), $7) AS begins, hosts.faces,
  hosts.followed, episode.room AS episode
FROM hit h JOIN show sh ON sh.id = h.id
CROSS JOIN LATERAL (
  SELECT json_agg(${FACE_JSON_SQL} ORDER BY p.id) AS faces,
    bool_or(EXISTS (SELECT FROM follow f WHERE f.follower_id = $1::uuid AND f.followee_id = p.id)) AS followed
  FROM show_host sho JOIN person p ON p.id = sho.person_id WHERE sho.show_id = sh.id AND ${personVisibleSql("$1::uuid")}) hosts
LEFT JOIN LATERAL (
  SELECT json_build_object('id', r.id, 'status', r.status, 'scheduledFor', r.scheduled_for) AS room FROM room r
  WHERE r.show_id = sh.id AND r.status IN ('live', 'scheduled') AND r.main_room_id IS NULL AND ${ANNOUNCED_SQL} AND ${MAIN_VISIBLE_SQL}
  ORDER BY r.status DESC, r.scheduled_for NULLS LAST, r.id LIMIT 1) episode ON true
WHERE hosts.faces IS NOT NULL AND sh.published_at IS NOT NULL AND ${showVisibleSql("$1::uuid")}
ORDER BY begins DESC, h.worth DESC, sh.id LIMIT ${MOST_SHOWS}`;

type FoundRow = {
  id: string;
  slug: string;
  title: string;
  language: string;
  worth: number;
  begins: boolean;
  faces: FaceJson[];
  followed: boolean;
  episode: { id: string; status: "live" | "scheduled"; scheduledFor: string | null } | null;
};

/** Shows whose hosts the caller may know of. Where only few are called that, also those that could have been meant. */
export function findShows(caller: Onlooker, terms: Terms): Promise<Ranked<ShowFound>[]> {
  return askByWords("show_word", terms, async ({ values }) => {
    const { rows } = await hotPool().query<FoundRow>({
      name: "search-shows",
      text: FOUND_SQL,
      values: [caller?.id ?? null, ...values, terms.whole],
    });
    return rows.map(rankOf);
  });
}

function rankOf({ id, worth, begins, faces, followed, episode, ...show }: FoundRow): Ranked<ShowFound> {
  const unlike = Math.max(0, Math.round(100 - 5 * worth));
  const time = episode?.scheduledFor ?? null;
  return {
    rank: [begins ? 1 : 2, followed ? 0 : 1, unlike, episode ? -1 : 0, id],
    found: {
      ...show,
      hosts: faces.map(faceOfJson),
      episode: episode && { ...episode, scheduledFor: time === null ? null : new Date(time).toISOString() },
    },
  };
}
