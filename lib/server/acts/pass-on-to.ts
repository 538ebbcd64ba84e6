import type { ClubId, PersonId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";

/** Makes a member the founder of a club, and an admin of who was it before. The caller holds the club alone. */
export async function passOnTo(tx: Transaction, clubId: ClubId, from: PersonId, to: PersonId): Promise<void> {
  await tx.clubMember.update({ where: { clubId_personId: { clubId, personId: from } }, data: { role: "admin" } });
  await tx.clubMember.update({ where: { clubId_personId: { clubId, personId: to } }, data: { role: "founder" } });
}
