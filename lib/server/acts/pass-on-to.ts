import type { ClubId, PersonId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";
import { blockedSql } from "@/lib/server/queries/people/person-visibility";

/**
 * Makes a member the founder of a club, and an admin of who was it before. A club is its founder's: of those with whom the new one has
 * a block nobody is in it any more, asks or is invited, as after a block with a founder. The caller holds the club alone, and `to` as
 * somebody who comes in, so that a block at the same moment either is seen here or finds them as the founder.
 */
export async function passOnTo(tx: Transaction, clubId: ClubId, from: PersonId, to: PersonId): Promise<void> {
  await tx.clubMember.update({ where: { clubId_personId: { clubId, personId: from } }, data: { role: "admin" } });
  await tx.clubMember.update({ where: { clubId_personId: { clubId, personId: to } }, data: { role: "founder" } });
  for (const table of ["club_member", "club_request", "club_invitation"]) {
    const sql = `DELETE FROM ${table} WHERE club_id = $1::uuid AND person_id IN (${blockedSql("$2::uuid")})`;
    await tx.$executeRawUnsafe(sql, clubId, to);
  }
}
