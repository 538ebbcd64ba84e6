import { hotPool } from "@/lib/server/postgres/db";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import { clubVisibleSql } from "./club-visibility";

const RULES_SQL = `
SELECT c.rules, EXISTS (SELECT FROM club_member m WHERE m.club_id = c.id AND m.person_id = $1::uuid) AS "isMember"
FROM club c WHERE c.id = $2::uuid AND c.rules <> '' AND ${clubVisibleSql("$1::uuid")}`;

/** `isMember`: they have read them when they came into the club. */
export type RulesAtDoor = { rules: string; isMember: boolean };

/** What a club says at the door of its rooms; null where it says nothing. */
export async function rulesAtDoor(caller: Onlooker, clubId: string): Promise<RulesAtDoor | null> {
  const values = [caller?.id ?? null, clubId];
  return (await hotPool().query<RulesAtDoor>({ name: "rules-at-door", text: RULES_SQL, values })).rows[0] ?? null;
}
