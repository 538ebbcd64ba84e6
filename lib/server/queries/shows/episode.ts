import type { RoomId } from "@/lib/domain/ids";
import type { RoomKind, RoomStatus } from "@/lib/domain/rooms/room";
import type { ShowRole } from "@/lib/domain/shows/show";
import { hotPool } from "@/lib/server/postgres/db";
import { roomClubJson } from "@/lib/server/queries/clubs/room-club";
import { keptForAll } from "@/lib/server/queries/hallway/kept-for-all";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { EpisodeView } from "@/lib/wire/shows/views";
import { episodeRoleSql } from "./episode-role";
import { LEADERS_SQL, type LeadersJson, leadersJson, leadersOf } from "./leaders-json";
import { showVisibleSql } from "./show-visibility";

const EPISODE_SQL = `
SELECT r.id, r.title, r.description, r.topics, r.language, e.kind, e.guests_allowed AS "guestsAllowed", r.status,
  r.scheduled_for AS "scheduledFor", e.minutes, e.opens_itself AS "opensItself", r.occurrence IS NOT NULL AS recurs, e.published_at IS NULL AS "isDraft",
  e.cancelled_at AS "cancelledAt", e.cancel_reason AS "cancelReason", ${roomClubJson("$1::uuid")} AS club,
  (SELECT json_build_object('slug', sh.slug, 'title', sh.title, 'zone', sh.zone, 'picture', sh.picture_key, 'isDraft', sh.published_at IS NULL)
    FROM show sh WHERE sh.id = r.show_id AND ${showVisibleSql("$1::uuid")}) AS show,
  ${episodeRoleSql("$1::uuid")} AS role,
  ${leadersJson("$1::uuid", LEADERS_SQL)} AS hosts
FROM room r JOIN episode e ON e.room_id = r.id WHERE r.id = $2::uuid`;

type EpisodeRow = {
  id: string;
  title: string;
  description: string;
  topics: string[];
  language: string;
  kind: RoomKind;
  guestsAllowed: boolean;
  status: RoomStatus;
  scheduledFor: Date | null;
  minutes: number;
  opensItself: boolean;
  recurs: boolean;
  isDraft: boolean;
  cancelledAt: Date | null;
  cancelReason: string;
  club: EpisodeView["club"];
  show: EpisodeView["show"];
  role: ShowRole | null;
  hosts: LeadersJson;
};

/**
 * What was planned of a room that `caller` sees; null for a room that nobody planned. Visitors without an account share one answer, at most a
 * second old.
 */
export const episode = (caller: Onlooker, roomId: RoomId): Promise<EpisodeView | null> =>
  caller ? readEpisode(caller, roomId) : keptForAll(`episode ${roomId}`, () => readEpisode(null, roomId));

async function readEpisode(caller: Onlooker, roomId: RoomId): Promise<EpisodeView | null> {
  const values = [caller?.id ?? null, roomId];
  const { rows } = await hotPool().query<EpisodeRow>({ name: "episode", text: EPISODE_SQL, values });
  const [row] = rows;
  if (!row) return null;
  const { cancelledAt, cancelReason, scheduledFor, hosts, ...plain } = row;
  return {
    ...plain,
    scheduledFor: scheduledFor?.toISOString() ?? null,
    cancelled: cancelledAt && { at: cancelledAt.toISOString(), reason: cancelReason },
    hosts: leadersOf(hosts),
  };
}
