import type { ClubId, PersonId } from "@/lib/domain/ids";
import { hotSql } from "@/lib/server/postgres/sql";
import { pushToPeople } from "./push-to-people";
import { ringPeopleSoon } from "./ring-people-soon";

/** What `byId` did in a club, once it is committed, is news to these people: which, is read from the club's own rows. */
export async function tellOfClub(clubId: ClubId, personIds: readonly PersonId[], byId: PersonId): Promise<void> {
  ringPeopleSoon(personIds);
  await pushToPeople(hotSql(), { personIds, kind: "club", byId, clubId });
}
