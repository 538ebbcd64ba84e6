import { type PersonId, type ShowId, toId } from "@/lib/domain/ids";
import { type Ruling, refused } from "@/lib/domain/ruling";
import type { ShowRole } from "@/lib/domain/shows/show";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { showVisibleSql } from "@/lib/server/queries/shows/show-visibility";

/** A show that the caller may know of, locked, and what they are for it. */
export type ShowScene = {
  tx: Transaction;
  showId: ShowId;
  actor: { personId: PersonId; role: ShowRole | null };
  now: Date;
};

type ShowAsk = { caller: { id: PersonId }; params: Readonly<Record<string, string>> };

/**
 * One act on the show that the path names, in one transaction. `not_found` for a show of which the caller may not know. Locks in the order
 * show → rooms by id: no other act changes its plan or its hosts meanwhile.
 */
export async function actInShow<Value, Refusal extends string = never>(
  { caller, params }: ShowAsk,
  act: (scene: ShowScene) => Promise<Ruling<Value, Refusal>>,
): Promise<Ruling<Value, Refusal | "not_found">> {
  const showId = toId<ShowId>(params.showId);
  if (!showId) return refused("not_found");
  return inTransaction(async (tx) => {
    const [show] = await tx.$queryRawUnsafe<{ id: string }[]>(
      `SELECT sh.id FROM show sh WHERE sh.id = $2::uuid AND ${showVisibleSql("$1::uuid")} FOR UPDATE OF sh`,
      caller.id,
      showId,
    );
    if (!show) return refused("not_found");
    const key = { showId, personId: caller.id };
    const host = await tx.showHost.findUnique({ where: { showId_personId: key }, select: { role: true } });
    return act({ tx, showId, actor: { personId: caller.id, role: host?.role ?? null }, now: new Date() });
  });
}
