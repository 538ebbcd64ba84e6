import type { ClubId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { hotPool } from "@/lib/server/postgres/db";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { ClubStandingView } from "@/lib/wire/clubs/views";
import { clubVisibleSql } from "./club-visibility";
import { type StandingRow, standingSql, toStanding } from "./standing-sql";

const STANDING_SQL = `SELECT ${standingSql("$1::uuid")} FROM club c WHERE c.id = $2::uuid AND ${clubVisibleSql("$1::uuid")}`;

/** Where somebody stands before a club by now, and how many are in it; what every act at its door answers. */
export async function standingIn(caller: Onlooker, clubId: ClubId): Promise<Ruling<ClubStandingView, "not_found">> {
  const values = [caller?.id ?? null, clubId];
  const { rows } = await hotPool().query<StandingRow>({ name: "club-standing", text: STANDING_SQL, values });
  return rows[0] ? granted(toStanding(rows[0])) : refused("not_found");
}
