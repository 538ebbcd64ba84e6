import type { ClubId, PersonId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";

/**
 * Makes somebody a member, once however many at once: what they asked, and what they were asked, is answered by it. The caller holds
 * the club. `admittedById`: who let them in; null for whoever comes in by themselves.
 */
export async function becomeMember(
  tx: Transaction,
  clubId: ClubId,
  personId: PersonId,
  admittedById: PersonId | null,
): Promise<void> {
  const key = { clubId, personId };
  await tx.clubMember.createMany({ data: { ...key, admittedById }, skipDuplicates: true });
  await tx.clubRequest.deleteMany({ where: key });
  await tx.clubInvitation.deleteMany({ where: key });
  await tx.clubRemoval.deleteMany({ where: key });
}
