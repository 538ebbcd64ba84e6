import { canInClub } from "@/lib/domain/clubs/club-permissions";
import type { ClubId, PersonId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";
import { roleIn } from "./act-in-club";

/** Whether somebody may open a room in a club. The club is held until the room is there, so that it does not close in between. */
export async function mayOpenInClub(tx: Transaction, clubId: string, personId: PersonId): Promise<boolean> {
  await tx.$queryRaw`SELECT FROM club WHERE id = ${clubId}::uuid FOR SHARE`;
  return canInClub({ personId, role: await roleIn(tx, clubId as ClubId, personId) }, "openClubRoom");
}
