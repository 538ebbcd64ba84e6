import { canInClub } from "@/lib/domain/clubs/club-permissions";
import type { ClubId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { ClubView } from "@/lib/wire/clubs/views";
import { CLUB_CARD_SQL, type ClubCardRow, toClubCard } from "./club-card";
import { clubVisibleSql } from "./club-visibility";

const CLUB_SQL = `
SELECT ${CLUB_CARD_SQL}, c.rules, c.created_at AS "createdAt",
  (SELECT count(*) FROM club_request q JOIN person p ON p.id = q.person_id
    WHERE q.club_id = c.id AND ${personVisibleSql("$1::uuid")})::int AS requests
FROM club c WHERE (c.id = $2::uuid OR c.handle = $3) AND ${clubVisibleSql("$1::uuid")}`;

type ClubRow = ClubCardRow & { rules: string; createdAt: Date; requests: number };

/** A club as `caller` sees it; null where there is none of that handle or id of which they may know. */
export async function club(caller: Onlooker, which: { handle: string } | { id: ClubId }): Promise<ClubView | null> {
  const viewer = caller?.id ?? null;
  const values = "id" in which ? [viewer, which.id, null] : [viewer, null, which.handle.toLowerCase()];
  const { rows } = await hotPool().query<ClubRow>({ name: "club", text: CLUB_SQL, values });
  const [row] = rows;
  if (!row) return null;
  const mayRead = canInClub({ personId: viewer ?? "", role: row.role }, "readRequests");
  return {
    ...toClubCard(row),
    rules: row.rules,
    createdAt: row.createdAt.toISOString(),
    requests: mayRead ? row.requests : null,
  };
}
