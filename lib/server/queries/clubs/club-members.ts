import { validate } from "uuid";
import { CLUB_ROLES, type ClubRole } from "@/lib/domain/clubs/club";
import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import { hotPool } from "@/lib/server/postgres/db";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { ClubMemberPage } from "@/lib/wire/clubs/views";

const PEOPLE_A_PAGE = 60;

/** By the index of club, role and time. */
const MEMBERS_SQL = `
SELECT ${FACE_SQL}, m.role, m.joined_at AS "joinedAt" FROM club_member m JOIN person p ON p.id = m.person_id
WHERE m.club_id = $2::uuid AND ${personVisibleSql("$1::uuid")}
  AND ($3::"ClubRole" IS NULL OR (m.role, m.joined_at, m.person_id) > ($3::"ClubRole", $4::timestamptz, $5::uuid))
ORDER BY m.role, m.joined_at, m.person_id LIMIT ${PEOPLE_A_PAGE + 1}`;

type MemberRow = FaceRow & { role: ClubRole; joinedAt: Date };

/** The members of a club, of those that the caller may know of, a page at a time. The caller has seen that they may know of the club. */
export async function clubMembers(caller: Onlooker, clubId: string, after: string | null): Promise<ClubMemberPage> {
  const from = readKey(after);
  const { rows } = await hotPool().query<MemberRow>({
    name: "club-members",
    text: MEMBERS_SQL,
    values: [caller?.id ?? null, clubId, ...(from ?? [null, null, null])],
  });
  const shown = rows.slice(0, PEOPLE_A_PAGE);
  const last = rows.length > PEOPLE_A_PAGE ? shown.at(-1) : undefined;
  return {
    people: shown.map(({ role, joinedAt, ...face }) => ({ ...toFace(face), role, joinedAt: joinedAt.toISOString() })),
    next: last ? [last.role, last.joinedAt.getTime(), last.id].join(".") : null,
  };
}

/** Null for what no page ever named: then it begins at the first. */
function readKey(key: string | null): [role: string, joinedAt: Date, personId: string] | null {
  const [named, time = "", personId] = key?.split(".") ?? [];
  const role = CLUB_ROLES.find((one) => one === named);
  return role && /^\d{1,15}$/.test(time) && validate(personId)
    ? [role, new Date(Number(time)), personId as string]
    : null;
}
