import type { PersonId } from "@/lib/domain/ids";
import type { ShowRole } from "@/lib/domain/shows/show";
import type { Transaction } from "@/lib/server/postgres/db";

type Host = { id: PersonId; role: ShowRole };

/** Who leads a show and is there to do so: hosts before cohosts, and of them who is it longest. */
export const hostsOfShow = (tx: Transaction, showId: string): Promise<Host[]> => tx.$queryRaw<Host[]>`
  SELECT h.person_id AS id, h.role FROM show_host h JOIN person p ON p.id = h.person_id
  WHERE h.show_id = ${showId}::uuid AND p.banned_at IS NULL AND p.given_up_at IS NULL ORDER BY h.role, h.added_at, h.person_id`;
