import type { PersonId } from "@/lib/domain/ids";
import type { ClubNews } from "@/lib/domain/notifications/club-news";
import { decisionKey } from "@/lib/server/callers/decision-key";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import type { RoomClub } from "@/lib/wire/clubs/views";
import type { NotificationPage, NotificationView } from "@/lib/wire/notifications/views";
import { LONGEST_AGO, SEEN_AT, toldSql } from "./told-sql";

const A_PAGE = 30;

/** Later than everything that is shown. */
const FROM_THE_NEWEST = { at: "infinity", key: "" };

const PAGE_SQL = `WITH ${toldSql("app", LONGEST_AGO, "($2::timestamptz, $3)", A_PAGE + 1)}
SELECT t.kind, t.at, t.key, t.others, (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = t.person_id) AS person,
  (SELECT json_build_object('id', r.id, 'title', r.title, 'live', r.status = 'live') FROM room r WHERE r.id = t.room_id) AS room,
  (SELECT json_build_object('id', c.id, 'handle', c.handle, 'name', c.name, 'news', t.club_news) FROM club c WHERE c.id = t.club_id) AS club,
  (SELECT json_build_object('news', n.kind, 'fromAt', n.from_at, 'toAt', n.to_at, 'fromTitle', n.from_title, 'reason', e.cancel_reason)
    FROM episode_news n JOIN episode e ON e.room_id = n.room_id
    WHERE n.room_id = t.room_id AND n.sequence = t.episode_sequence AND n.kind::text = t.episode_news) AS episode,
  CASE WHEN t.guest_id IS NOT NULL THEN json_build_object('id', t.guest_id) END AS guest,
  (SELECT json_build_object('id', sh.id, 'slug', sh.slug, 'title', sh.title, 'role', h.role) FROM show sh JOIN show_host h
    ON h.show_id = sh.id AND h.person_id = $1::uuid WHERE sh.id = t.show_id) AS show,
  t.interprets, t.decision, (SELECT c.title FROM report_case c WHERE t.decision IS NOT NULL AND (c.id = split_part(t.decision, ' ', 2)::uuid
    OR c.id = (SELECT r.case_id FROM report r WHERE r.id = split_part(t.decision, ' ', 2)::uuid))) AS "decisionTitle", t.at > ${SEEN_AT} AS unread
FROM told t ORDER BY t.at DESC, t.key DESC LIMIT ${A_PAGE + 1}`;

type Row = {
  kind: NotificationView["kind"];
  at: Date;
  key: string;
  others: number;
  person: FaceJson;
  room: { id: string; title: string; live: boolean } | null;
  club: (RoomClub & { news: ClubNews }) | null;
  episode: NotificationView["episode"];
  guest: NotificationView["guest"];
  show: NotificationView["show"];
  interprets: string | null;
  decision: string | null;
  decisionTitle: string | null;
  unread: boolean;
};

/** What this person is told, newest first, a page at a time; of the last seven days. Whom and what they may not know of is not in it. */
export async function myNotifications(caller: { id: PersonId }, before: string | null): Promise<NotificationPage> {
  const place = before === null ? FROM_THE_NEWEST : placeOf(before);
  if (!place) return { notifications: [], next: null };
  const { rows } = await hotPool().query<Row>({
    name: "my-notifications",
    text: PAGE_SQL,
    values: [caller.id, place.at, place.key],
  });
  const notifications = rows.slice(0, A_PAGE).map(({ at, key, person, episode, decision, decisionTitle, ...row }) => ({
    ...row,
    key: `${at.toISOString()}~${key}`,
    at: at.toISOString(),
    person: faceOfJson(person),
    decision: decisionOf(decision, decisionTitle ?? ""),
    episode: episode && { ...episode, fromAt: inUtc(episode.fromAt), toAt: inUtc(episode.toAt) },
  }));
  return { notifications, next: rows.length > A_PAGE ? (notifications.at(-1)?.key ?? null) : null };
}

function decisionOf(decision: string | null, title: string): NotificationView["decision"] {
  const [side, id] = decision?.split(" ") ?? [];
  if (!id || (side !== "reporter" && side !== "affected")) return null;
  return { side, title, key: decisionKey(side, id) };
}

/** Postgres writes a moment into JSON by its own clock. */
const inUtc = (at: string | null): string | null => at && new Date(at).toISOString();

/** Null for what is no place in a list of ours: nothing stands after it. */
function placeOf(before: string): { at: string; key: string } | null {
  const [at = "", key = ""] = before.split("~");
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? null : { at: time.toISOString(), key };
}
