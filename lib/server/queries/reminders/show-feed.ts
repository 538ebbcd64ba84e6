import type { ShowId } from "@/lib/domain/ids";
import { env } from "@/lib/env";
import { hotPool } from "@/lib/server/postgres/db";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import { AUDIBLE_SQL } from "@/lib/server/queries/recording/audible-sql";
import { HIDDEN_KINDS_SQL, roomVisibleSql } from "@/lib/server/queries/rooms/visibility";
import { showVisibleSql } from "@/lib/server/queries/shows/show-visibility";

/** Longer feeds are asked for by nobody. */
const MAX_ITEMS = 100;

/** A show as its feeds say it. `author`: its hosts' names, of whom everybody may know. */
export type FeedOfShow = {
  id: ShowId;
  slug: string;
  title: string;
  description: string;
  language: string;
  author: string;
};

const SHOW_SQL = `SELECT sh.id, sh.slug, sh.title, sh.description, sh.language, coalesce((
  SELECT string_agg(p.name, ', ' ORDER BY sho.role, sho.added_at, p.id) FROM show_host sho JOIN person p ON p.id = sho.person_id
  WHERE sho.show_id = sh.id AND ${personVisibleSql("NULL::uuid")}), '') AS author FROM show sh
WHERE sh.slug = $1 AND sh.published_at IS NOT NULL AND ${showVisibleSql("NULL::uuid")}`;

/** A show by its address, if everybody may know of it. */
export async function publicShow(slug: string): Promise<FeedOfShow | null> {
  const { rows } = await hotPool().query<FeedOfShow>({
    name: "public-show",
    text: SHOW_SQL,
    values: [slug.toLowerCase()],
  });
  return rows[0] ?? null;
}

/** Of several recordings of an episode the longest: a program for podcasts knows of one. */
const ITEMS_SQL = `
SELECT r.id, r.title, r.description, coalesce(r.live_at, e.published_at) AS "publishedAt",
  heard.id AS "recordingId", heard.bytes, heard.seconds
FROM episode e JOIN room r ON r.id = e.room_id
LEFT JOIN LATERAL (
  SELECT g.id, sum(i.bytes)::float8 AS bytes, ceil(g.samples / 48000.0)::int AS seconds
  FROM recording g JOIN recording_piece i ON i.recording_id = g.id
  WHERE g.room_id = r.id AND g.downloadable AND ${AUDIBLE_SQL}
  GROUP BY g.id HAVING sum(i.bytes) > 0 ORDER BY g.samples DESC, g.id LIMIT 1) heard ON true
WHERE r.show_id = $1::uuid AND e.published_at IS NOT NULL AND e.cancelled_at IS NULL AND r.kind NOT IN ${HIDDEN_KINDS_SQL}
  AND ${roomVisibleSql("NULL::uuid")}
ORDER BY "publishedAt" DESC, r.id LIMIT ${MAX_ITEMS}`;

/**
 * An episode in a show's RSS feed: since when it is announced, or when it went live. `enclosure`: a recording that whoever sees the episode
 * may take with them; none where there is none.
 */
export type FeedItem = {
  id: string;
  url: string;
  title: string;
  description: string;
  publishedAt: Date;
  enclosure?: { url: string; bytes: number; type: string; seconds: number };
};

type ItemRow = Omit<FeedItem, "url" | "enclosure"> & { recordingId: string | null; bytes: number; seconds: number };

/** What a show's RSS feed holds, newest first: nothing that was called off, and nothing that not everybody may know of. */
export async function feedItems(showId: ShowId): Promise<FeedItem[]> {
  const { rows } = await hotPool().query<ItemRow>({ name: "feed-items", text: ITEMS_SQL, values: [showId] });
  return rows.map(({ recordingId, bytes, seconds, ...row }) => ({
    ...row,
    url: addressOf(`/rooms/${row.id}`),
    ...(recordingId && {
      enclosure: {
        url: addressOf(`/api/rooms/${row.id}/recordings/${recordingId}/sound`),
        ...{ bytes, seconds, type: "audio/ogg" },
      },
    }),
  }));
}

const addressOf = (path: string): string => new URL(path, env().PLENUM_URL).href;
