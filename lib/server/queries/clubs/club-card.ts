import { roomVisibleSql } from "@/lib/server/queries/rooms/visibility";
import type { ClubCard } from "@/lib/wire/clubs/views";
import { type StandingRow, standingSql, toStanding } from "./standing-sql";

/** The columns of a ClubCardRow, of `club c`, for the person $1. */
export const CLUB_CARD_SQL = `c.id, c.handle, c.name, c.description, c.topics, c.languages, ${standingSql("$1::uuid")},
  (SELECT count(*) FROM room r WHERE r.club_id = c.id AND r.status = 'live' AND r.main_room_id IS NULL
    AND ${roomVisibleSql("$1::uuid")})::int AS "liveRooms"`;

export type ClubCardRow = StandingRow & {
  id: string;
  handle: string;
  name: string;
  description: string;
  topics: string[];
  languages: string[];
  liveRooms: number;
};

export function toClubCard(row: ClubCardRow): ClubCard {
  const { id, handle, name, description, topics, languages, admission, liveRooms } = row;
  return { id, handle, name, description, topics, languages, admission, liveRooms, ...toStanding(row) };
}
