import type { ClubId, PersonId } from "@/lib/domain/ids";
import { closeRoomsOfClub, endClub } from "@/lib/server/acts/end-club";
import { passOnTo } from "@/lib/server/acts/pass-on-to";
import { db, type Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";

/** Of those who are there to lead it: admins before members, and of them who is in it longest. Locked as passOnTo wants it. */
const HEIR_SQL = `
SELECT m.person_id AS id FROM club_member m JOIN person p ON p.id = m.person_id
WHERE m.club_id = $1::uuid AND m.role <> 'founder' AND p.banned_at IS NULL AND p.given_up_at IS NULL
ORDER BY m.role, m.joined_at, m.person_id LIMIT 1 FOR KEY SHARE OF p`;

/**
 * Passes the clubs of somebody whose account is let go, or who is banned from the instance, on to whoever is an admin longest, else a
 * member longest; where there is nobody the club closes. They stay as an admin, for as long as they are a member at all. Safe to repeat. Source: behaviours 34, 40.
 */
export async function leaveClubs(personId: PersonId): Promise<void> {
  const led = await db().clubMember.findMany({ where: { personId, role: "founder" }, select: { clubId: true } });
  for (const { clubId } of led) {
    const ended = await inTransaction((tx) => passOnOrEnd(tx, clubId as ClubId, personId));
    if (ended) await closeRoomsOfClub(clubId as ClubId, null);
  }
}

/** Whether it ended. */
async function passOnOrEnd(tx: Transaction, clubId: ClubId, personId: PersonId): Promise<boolean> {
  await tx.$queryRaw`SELECT FROM club WHERE id = ${clubId}::uuid FOR UPDATE`;
  const key = { clubId, personId };
  const member = await tx.clubMember.findUnique({ where: { clubId_personId: key }, select: { role: true } });
  if (member?.role !== "founder") return false;
  const [heir] = await tx.$queryRawUnsafe<{ id: PersonId }[]>(HEIR_SQL, clubId);
  if (heir) await passOnTo(tx, clubId, personId, heir.id);
  else await endClub(tx, clubId, null);
  return !heir;
}
