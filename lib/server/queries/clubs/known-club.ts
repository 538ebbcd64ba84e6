import { hotPool } from "@/lib/server/postgres/db";
import { gather } from "@/lib/server/postgres/gather";
import { oncePerProcess } from "@/lib/server/postgres/process";
import type { RoomClub } from "@/lib/wire/clubs/views";
import { clubVisibleSql } from "./club-visibility";

const KNOWS_SQL = `
SELECT EXISTS (SELECT FROM club c WHERE c.id = a.club_id AND ${clubVisibleSql("a.person_id")}) AS knows
FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS a(club_id, person_id, place) ORDER BY a.place`;

type Asked = { clubId: string; personId: string };

/** The club of a room that is read for everybody alike, for one person; null where they may not know of it. One look-up serves all who ask at once. */
export async function knownClub(personId: string, club: RoomClub | null): Promise<RoomClub | null> {
  if (!club) return null;
  const read = oncePerProcess("knownClubs", () => gather(readKnown));
  return (await read({ clubId: club.id, personId })) ? club : null;
}

async function readKnown(asked: Asked[]): Promise<boolean[]> {
  const values = [asked.map(({ clubId }) => clubId), asked.map(({ personId }) => personId)];
  const { rows } = await hotPool().query<{ knows: boolean }>({ name: "known-clubs", text: KNOWS_SQL, values });
  return asked.map((_, place) => rows[place]?.knows === true);
}
