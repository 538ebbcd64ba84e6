import { type ClubStanding, wayInto } from "@/lib/domain/clubs/way-in";
import type { ClubStandingView } from "@/lib/wire/clubs/views";
import { memberCountSql } from "./club-visibility";

/** The facts of lib/domain/clubs/way-in.ts, of `club c` and the person that an SQL expression names. */
export const wayFactsSql = (viewer: string): string => `c.admission,
  (SELECT m.role FROM club_member m WHERE m.club_id = c.id AND m.person_id = ${viewer}) AS role,
  EXISTS (SELECT FROM club_invitation i WHERE i.club_id = c.id AND i.person_id = ${viewer}) AS invited,
  EXISTS (SELECT FROM club_request q WHERE q.club_id = c.id AND q.person_id = ${viewer}) AS asked,
  EXISTS (SELECT FROM club_removal o WHERE o.club_id = c.id AND o.person_id = ${viewer}) AS removed`;

/** The columns of a StandingRow. */
export const standingSql = (viewer: string): string => `${wayFactsSql(viewer)}, ${memberCountSql(viewer)} AS members`;

export type StandingRow = ClubStanding & { members: number };

export const toStanding = (row: StandingRow): ClubStandingView => ({
  role: row.role,
  wayIn: wayInto(row),
  members: row.members,
});
