import { hotPool } from "@/lib/server/postgres/db";
import type { RoomClub } from "@/lib/wire/clubs/views";
import { clubVisibleSql } from "./club-visibility";

const CLUBS_SHOWN = 12;

const CLUBS_SQL = `
SELECT c.id, c.handle, c.name FROM club_member m JOIN club c ON c.id = m.club_id
WHERE m.person_id = $2::uuid AND ${clubVisibleSql("$1::uuid")} ORDER BY m.role, m.joined_at DESC, c.id LIMIT ${CLUBS_SHOWN}`;

/** The clubs that somebody is in, of those that the viewer may know of: those they lead first, then the last they came into. */
export async function clubsOf(viewer: string | null, personId: string): Promise<RoomClub[]> {
  return (await hotPool().query<RoomClub>({ name: "clubs-of", text: CLUBS_SQL, values: [viewer, personId] })).rows;
}
