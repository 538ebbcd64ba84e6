import type { PersonId, ShowId } from "@/lib/domain/ids";
import type { Sql } from "@/lib/server/postgres/sql";
import { pushToPeople } from "./push-to-people";

/** By which invitation somebody is a guest, which show they lead from now on, or by which assignment they are to interpret an episode. */
type News = { personId: PersonId; byId: PersonId } & (
  | { guestId: string }
  | { showId: ShowId }
  | { interpreterId: string }
);

/**
 * Leaves a push about somebody's part in a show to the worker, in the transaction that gives them it: both are there, or neither. What their
 * list in the app says is read from the part's own row. Nobody is told of what they do themselves.
 */
export async function tellOfShow(sql: Sql, { personId, byId, ...of }: News): Promise<void> {
  if (personId !== byId) await pushToPeople(sql, { personIds: [personId], kind: "show", byId, ...of });
}
