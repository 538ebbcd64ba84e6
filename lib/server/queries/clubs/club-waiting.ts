import { canInClub } from "@/lib/domain/clubs/club-permissions";
import { FACE_SQL, type FaceRow, toFace } from "@/lib/server/callers/faces";
import { hotPool } from "@/lib/server/postgres/db";
import { personVisibleSql } from "@/lib/server/queries/people/person-visibility";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { ClubView, ClubWaiting } from "@/lib/wire/clubs/views";

/** Whoever is answered makes room for the next. */
const MOST_SHOWN = 100;

const waitingSql = (table: string, since: string): string => `
SELECT ${FACE_SQL} FROM ${table} w JOIN person p ON p.id = w.person_id
WHERE w.club_id = $2::uuid AND ${personVisibleSql("$1::uuid")} ORDER BY w.${since}, p.id LIMIT ${MOST_SHOWN}`;

const REQUESTS_SQL = waitingSql("club_request", "asked_at");
const INVITED_SQL = waitingSql("club_invitation", "invited_at");

/** Who asked to come into a club and who is invited, for those who answer them; null for everyone else. */
export async function clubWaiting(
  caller: Onlooker,
  { id, role }: Pick<ClubView, "id" | "role">,
): Promise<ClubWaiting | null> {
  if (!caller || !canInClub({ personId: caller.id, role }, "readRequests")) return null;
  const [requests, invited] = await Promise.all([
    hotPool().query<FaceRow>({ name: "club-requests", text: REQUESTS_SQL, values: [caller.id, id] }),
    hotPool().query<FaceRow>({ name: "club-invited", text: INVITED_SQL, values: [caller.id, id] }),
  ]);
  return { requests: requests.rows.map((row) => toFace(row)), invited: invited.rows.map((row) => toFace(row)) };
}
