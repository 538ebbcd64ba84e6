import { hotPool } from "@/lib/server/postgres/db";
import { clubVisibleSql } from "@/lib/server/queries/clubs/club-visibility";
import { VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import { showVisibleSql } from "@/lib/server/queries/shows/show-visibility";
import { PUBLIC_PERSON_SQL } from "./public-people";

export const PUBLIC_KINDS = ["rooms", "people", "clubs", "shows"] as const;

export type PublicKind = (typeof PUBLIC_KINDS)[number];

/** $1 is who looks: nobody in particular. A hall is found by its main room, and demo rooms by nobody. */
const FROM = {
  rooms: `SELECT r.id, '/rooms/' || r.id AS path FROM room r
    WHERE r.kind = 'open' AND r.status IN ('live', 'scheduled') AND r.main_room_id IS NULL AND NOT r.demo AND ${VISIBLE_SQL}`,
  people: `SELECT p.id, '/people/' || p.handle AS path FROM person p
    WHERE p.handle IS NOT NULL AND ${PUBLIC_PERSON_SQL} AND $1::uuid IS NULL`,
  shows: `SELECT sh.id, '/shows/' || sh.slug AS path FROM show sh WHERE sh.published_at IS NOT NULL AND ${showVisibleSql("$1::uuid")}`,
  clubs: `SELECT c.id, '/clubs/' || c.handle AS path FROM club c WHERE ${clubVisibleSql("$1::uuid")}`,
} satisfies Record<PublicKind, string>;

/** The last id of each full page of so many, in the order of ids, which new ones only grow at its end. */
export async function lastIdsOfPages(kind: PublicKind, perPage: number): Promise<string[]> {
  const { rows } = await hotPool().query<{ id: string }>({
    name: `public-pages-${kind}`,
    text: `SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM (${FROM[kind]}) public) numbered
      WHERE place % $2::int = 0 ORDER BY id`,
    values: [null, perPage],
  });
  return rows.map(({ id }) => id);
}

/** The paths of the pages of one kind that everybody may know of, after an id. */
export async function publicPaths(kind: PublicKind, after: string | null, perPage: number): Promise<string[]> {
  const { rows } = await hotPool().query<{ path: string }>({
    name: `public-paths-${kind}`,
    text: `SELECT path FROM (${FROM[kind]}) public WHERE $2::uuid IS NULL OR id > $2::uuid ORDER BY id LIMIT $3::int`,
    values: [null, after, perPage],
  });
  return rows.map(({ path }) => path);
}
