import { type ClubStanding, type WayIn, wayInto } from "@/lib/domain/clubs/way-in";
import type { ClubId, PersonId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";
import { wayFactsSql } from "./standing-sql";

/** How somebody comes into a club, as the transaction sees it. Faults where there is none. */
export async function wayIntoClub(tx: Transaction, clubId: ClubId, personId: PersonId): Promise<WayIn> {
  const [row] = await tx.$queryRawUnsafe<ClubStanding[]>(
    `SELECT ${wayFactsSql("$1::uuid")} FROM club c WHERE c.id = $2::uuid`,
    personId,
    clubId,
  );
  if (!row) throw new Error("no such club");
  return wayInto(row);
}
