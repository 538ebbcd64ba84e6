import type { ClubAdmission, ClubRole } from "@/lib/domain/clubs/club";
import { type ClubId, type PersonId, toId } from "@/lib/domain/ids";
import { type Ruling, refused } from "@/lib/domain/ruling";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { clubVisibleSql } from "@/lib/server/queries/clubs/club-visibility";

/** A club that the caller may know of, locked, and what they are in it. */
export type ClubScene = {
  tx: Transaction;
  clubId: ClubId;
  admission: ClubAdmission;
  actor: { personId: PersonId; role: ClubRole | null };
};

type ClubAsk = { caller: { id: PersonId }; params: Readonly<Record<string, string>> };

/**
 * `together`: any number of them at once, who come in, ask and answer. `alone`: roles, the club's end, and whoever takes somebody out.
 * So nobody comes into a club that closes, and nobody leads one that they have left.
 */
type Lock = "together" | "alone";

const LOCKS = { together: "FOR SHARE", alone: "FOR UPDATE" } as const satisfies Record<Lock, string>;

/**
 * One act in the club that the path names, in one transaction. `not_found` for a club of which the caller may not know. Locks in the
 * order people → club → rooms. `comesIn`: who may become a member, or its founder, by it. Their row is locked as a block locks it, so that a block
 * with the founder either is seen here or ends the membership.
 */
export async function actInClub<Value, Refusal extends string = never>(
  { caller, params }: ClubAsk,
  lock: Lock,
  act: (scene: ClubScene) => Promise<Ruling<Value, Refusal>>,
  comesIn?: PersonId | null,
): Promise<Ruling<Value, Refusal | "not_found">> {
  const clubId = toId<ClubId>(params.clubId);
  if (!clubId) return refused("not_found");
  return inTransaction(async (tx) => {
    if (comesIn) await tx.$queryRaw`SELECT FROM person WHERE id = ${comesIn}::uuid FOR KEY SHARE`;
    const [club] = await tx.$queryRawUnsafe<{ admission: ClubAdmission }[]>(
      `SELECT c.admission FROM club c WHERE c.id = $2::uuid AND ${clubVisibleSql("$1::uuid")} ${LOCKS[lock]} OF c`,
      caller.id,
      clubId,
    );
    if (!club) return refused("not_found");
    const role = await roleIn(tx, clubId, caller.id);
    return act({ tx, clubId, admission: club.admission, actor: { personId: caller.id, role } });
  });
}

/** What somebody is in a club; null for whoever is no member. */
export async function roleIn(tx: Transaction, clubId: ClubId, personId: PersonId): Promise<ClubRole | null> {
  const member = await tx.clubMember.findUnique({ where: { clubId_personId: { clubId, personId } } });
  return member?.role ?? null;
}
