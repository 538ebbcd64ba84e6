import type { RoomId } from "@/lib/domain/ids";
import type { ChatMode, HandMode, RoomKind, RoomStatus } from "@/lib/domain/rooms/room";
import type { Transaction } from "@/lib/server/postgres/db";
import { roomClubJson } from "@/lib/server/queries/clubs/room-club";
import type { RoomClub } from "@/lib/wire/clubs/views";
import type { RunningRecording } from "@/lib/wire/recording/views";
import type { AnnouncedRoom } from "@/lib/wire/rooms/announcements";
import type { PinnedLinkView, RoomDetails } from "@/lib/wire/rooms/views";

/** The columns of a RoomDetailsRow, of `room r`; to be joined with ROOM_DETAILS_JOINS. */
export const ROOM_DETAILS_SQL = `
r.id, r.title, r.description, r.topics, r.language, r.kind, r.status, r.guests_allowed AS "guestsAllowed", r.capacity,
  r.open_seats AS "openSeats", r.live_at AS "liveAt", r.scheduled_for AS "scheduledFor", r.ended_at AS "endedAt", r.demo,
  r.hand_mode AS "handMode", r.chat_mode AS "chatMode", r.chat_slow_seconds AS "chatSlowSeconds",
  r.microphones_locked_at IS NOT NULL AS "microphonesLocked", r.host_away_until AS "hostAwayUntil", r.end_line AS "endLine",
  r.main_room_id AS "mainRoomId", r.overflow_number AS "overflowNumber", r.overflow_limit AS "overflowRooms", r.reserve,
  r.stage_first_at IS NOT NULL AS "stageFirst", r.after_talk_of_id AS "afterTalkOf",
  sh.slug AS "showSlug", sh.title AS "showTitle", ${roomClubJson("NULL::uuid")} AS club,
  CASE WHEN pl.id IS NOT NULL THEN json_build_object('url', pl.url, 'title', pl.title, 'site', pl.site) END AS pinned,
  (SELECT json_build_object('id', g.id, 'startedAt', g.started_at) FROM recording g
   WHERE g.room_id = r.id AND g.stopped_at IS NULL) AS recording`;

export const ROOM_DETAILS_JOINS = `
LEFT JOIN show sh ON sh.id = r.show_id
LEFT JOIN pinned_link pl ON pl.room_id = r.id AND pl.unpinned_at IS NULL`;

export type RoomDetailsRow = {
  id: string;
  title: string;
  description: string;
  topics: string[];
  language: string;
  kind: RoomKind;
  status: RoomStatus;
  guestsAllowed: boolean;
  capacity: number;
  openSeats: number;
  liveAt: Date | null;
  scheduledFor: Date | null;
  endedAt: Date | null;
  demo: boolean;
  handMode: HandMode;
  chatMode: ChatMode;
  chatSlowSeconds: number;
  microphonesLocked: boolean;
  hostAwayUntil: Date | null;
  endLine: string;
  showSlug: string | null;
  showTitle: string | null;
  club: RoomClub | null;
  pinned: PinnedLinkView | null;
  recording: RunningRecording | null;
  mainRoomId: string | null;
  overflowNumber: number | null;
  overflowRooms: number;
  reserve: number;
  stageFirst: boolean;
  afterTalkOf: string | null;
};

/** What a room is, for everyone in it; its club for those who may know of it (knownClub). */
export function toRoomDetails({
  showSlug,
  showTitle,
  mainRoomId,
  overflowNumber,
  ...row
}: RoomDetailsRow): RoomDetails {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    topics: row.topics,
    language: row.language,
    kind: row.kind,
    status: row.status,
    guestsAllowed: row.guestsAllowed,
    capacity: row.capacity,
    openSeats: row.openSeats,
    liveAt: row.liveAt?.toISOString() ?? null,
    scheduledFor: row.scheduledFor?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    show: showSlug !== null && showTitle !== null ? { slug: showSlug, title: showTitle } : null,
    club: row.club,
    demo: row.demo,
    handMode: row.handMode,
    chatMode: row.chatMode,
    chatSlowSeconds: row.chatSlowSeconds,
    microphonesLocked: row.microphonesLocked,
    hostAwayUntil: row.hostAwayUntil?.toISOString() ?? null,
    endLine: row.endLine,
    pinned: row.pinned,
    recording: row.recording && { ...row.recording, startedAt: new Date(row.recording.startedAt).toISOString() },
    family: mainRoomId !== null && overflowNumber !== null ? { mainRoomId, number: overflowNumber } : null,
    overflowRooms: row.overflowRooms,
    reserve: row.reserve,
    stageFirst: row.stageFirst,
    afterTalkOf: row.afterTalkOf,
  };
}

/** The same as everyone in it is told of it. */
export function toAnnouncedRoom({ club, ...details }: RoomDetails): AnnouncedRoom {
  return { ...details, inClub: club !== null };
}

/** The room as the transaction sees it, for the `room_edited` of whatever changed it. Faults where there is none. */
export const announcedRoom = async (tx: Transaction, roomId: RoomId): Promise<AnnouncedRoom> =>
  toAnnouncedRoom(await roomDetails(tx, roomId));

/** The room's details as the transaction sees them. Faults where there is none. */
export async function roomDetails(tx: Transaction, roomId: RoomId): Promise<RoomDetails> {
  const [row] = await tx.$queryRawUnsafe<RoomDetailsRow[]>(
    `SELECT ${ROOM_DETAILS_SQL} FROM room r ${ROOM_DETAILS_JOINS} WHERE r.id = $1::uuid`,
    roomId,
  );
  if (!row) throw new Error("no such room");
  return toRoomDetails(row);
}
