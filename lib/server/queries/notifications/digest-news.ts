import type { ClubNews } from "@/lib/domain/notifications/club-news";
import type { NotificationKind } from "@/lib/domain/notifications/settings";
import type { ShowRole } from "@/lib/domain/shows/show";
import { hotPool } from "@/lib/server/postgres/db";
import { SEEN_AT, toldSql } from "./told-sql";

/** More than so much is said as a number. */
const MOST = 50;

/** Only of members who may be written to, and still want to be. */
const TO_SQL = `
SELECT p.email, d.locale, d.rhythm::text AS rhythm FROM person p JOIN mail_digest d ON d.person_id = p.id
WHERE p.id = $1::uuid AND p.email_verified_at IS NOT NULL AND p.email IS NOT NULL AND p.banned_at IS NULL AND p.given_up_at IS NULL`;

const NEWS_SQL = `WITH ${toldSql("mail", `greatest($2::timestamptz, ${SEEN_AT})`, "($3::timestamptz, '')", MOST)}
SELECT t.kind, t.others, p.name, p.handle, r.id AS "roomId", r.title, r.status = 'live' AS live,
  CASE WHEN c.id IS NOT NULL THEN json_build_object('handle', c.handle, 'name', c.name, 'news', t.club_news) END AS club,
  CASE WHEN t.guest_id IS NOT NULL THEN json_build_object('id', t.guest_id) END AS guest,
  (SELECT json_build_object('slug', sh.slug, 'title', sh.title, 'role', h.role) FROM show sh JOIN show_host h
    ON h.show_id = sh.id AND h.person_id = $1::uuid WHERE sh.id = t.show_id) AS show, t.interprets
FROM told t JOIN person p ON p.id = t.person_id LEFT JOIN room r ON r.id = t.room_id LEFT JOIN club c ON c.id = t.club_id
ORDER BY t.at DESC, t.key DESC LIMIT ${MOST}`;

/**
 * One thing that somebody missed. `others`: how many more followed, or asked. `room`: of what is of one. `club`: of kind `club` alone.
 * `guest`, `show`, `interprets`: of kind `show`, one of them.
 */
export type News = {
  kind: NotificationKind;
  others: number;
  name: string;
  handle: string;
  room: { id: string; title: string; live: boolean } | null;
  club: { handle: string; name: string; news: ClubNews } | null;
  guest: { id: string } | null;
  show: { slug: string; title: string; role: ShowRole } | null;
  /** Into which language they are asked to interpret the room. */
  interprets: string | null;
};

/** What a mail tells, newest first, fifty at most, and to whom. */
export type DigestNews = { to: string; locale: string; rhythm: "daily" | "weekly"; news: News[] };

type Row = Omit<News, "room"> & { roomId: string | null; title: string | null; live: boolean | null };

/**
 * What this person has been told between two moments and not seen in the app. Whom and what they may not know of by now is not in
 * it. Null where they are sent no mail any more.
 */
export async function digestNews(
  personId: string,
  { since, until }: { since: Date; until: Date },
): Promise<DigestNews | null> {
  const { rows: to } = await hotPool().query<{ email: string; locale: string; rhythm: "daily" | "weekly" }>(TO_SQL, [
    personId,
  ]);
  if (!to[0]) return null;
  const { rows } = await hotPool().query<Row>({
    name: "digest-news",
    text: NEWS_SQL,
    values: [personId, since, until],
  });
  const news = rows.map(({ roomId, title, live, ...row }) => ({
    ...row,
    room: roomId === null ? null : { id: roomId, title: title ?? "", live: live === true },
  }));
  return { to: to[0].email, locale: to[0].locale, rhythm: to[0].rhythm, news };
}
