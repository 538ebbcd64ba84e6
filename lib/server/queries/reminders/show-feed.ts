import type { ShowId } from "@/lib/domain/ids";
import { env } from "@/lib/env";
import { hotPool } from "@/lib/server/postgres/db";
import { HIDDEN_KINDS_SQL, roomVisibleSql } from "@/lib/server/queries/rooms/visibility";
import { showVisibleSql } from "@/lib/server/queries/shows/show-visibility";

/** Longer feeds are asked for by nobody. */
const MAX_ITEMS = 100;

/** A show as its feeds say it. */
export type FeedOfShow = { id: ShowId; slug: string; title: string; description: string; language: string };

const SHOW_SQL = `SELECT sh.id, sh.slug, sh.title, sh.description, sh.language FROM show sh
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

const ITEMS_SQL = `
SELECT r.id, r.title, r.description, coalesce(r.live_at, e.published_at) AS "publishedAt"
FROM episode e JOIN room r ON r.id = e.room_id
WHERE r.show_id = $1::uuid AND e.published_at IS NOT NULL AND e.cancelled_at IS NULL AND r.kind NOT IN ${HIDDEN_KINDS_SQL}
  AND ${roomVisibleSql("NULL::uuid")}
ORDER BY "publishedAt" DESC, r.id LIMIT ${MAX_ITEMS}`;

/** An episode in a show's RSS feed: since when it is announced, or when it went live. */
export type FeedItem = { id: string; url: string; title: string; description: string; publishedAt: Date };

/** What a show's RSS feed holds, newest first: nothing that was called off, and nothing that not everybody may know of. */
export async function feedItems(showId: ShowId): Promise<FeedItem[]> {
  const { rows } = await hotPool().query<Omit<FeedItem, "url">>({
    name: "feed-items",
    text: ITEMS_SQL,
    values: [showId],
  });
  return rows.map((row) => ({ ...row, url: new URL(`/rooms/${row.id}`, env().PLENUM_URL).href }));
}
