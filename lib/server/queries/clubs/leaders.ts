import { CLUB_ROLES } from "@/lib/domain/clubs/club";
import { canInClub } from "@/lib/domain/clubs/club-permissions";
import type { ClubId, PersonId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";

const ROLES = CLUB_ROLES.filter((role) => canInClub({ personId: "", role }, "answerRequest"));

/** The roles of those who let people into a club, as the right side of an SQL `IN`. */
export const LEADING_ROLES_SQL = `(${ROLES.map((role) => `'${role}'`).join(", ")})`;

const LEADERS_SQL = `SELECT m.person_id AS id FROM club_member m WHERE m.club_id = $1::uuid AND m.role IN ${LEADING_ROLES_SQL}`;

/** Who lets people into a club. */
export async function leadersOf(clubId: ClubId): Promise<PersonId[]> {
  const { rows } = await hotPool().query<{ id: PersonId }>({
    name: "club-leaders",
    text: LEADERS_SQL,
    values: [clubId],
  });
  return rows.map(({ id }) => id);
}
