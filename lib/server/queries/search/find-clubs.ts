import type { Ranked } from "@/lib/domain/search/rank";
import { hotPool } from "@/lib/server/postgres/db";
import { clubVisibleSql, memberCountSql } from "@/lib/server/queries/clubs/club-visibility";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { ClubFound } from "@/lib/wire/search/views";
import type { Terms } from "./read-terms";
import { askByWords, hitsSql } from "./word-hits";

const MOST_CLUBS = 200;

/** Members are counted of those alone that can be shown. */
const FOUND_SQL = `
WITH ${hitsSql("club_word", "club_id")},
first AS MATERIALIZED (
  SELECT c.*, h.worth, starts_with(search_fold(c.name), $7) AS begins,
    EXISTS (SELECT FROM club_member m WHERE m.club_id = c.id AND m.person_id = $1::uuid) AS "isMember"
  FROM hit h JOIN club c ON c.id = h.id WHERE ${clubVisibleSql("$1::uuid")}
  ORDER BY begins DESC, h.worth DESC, c.id LIMIT ${MOST_CLUBS})
SELECT c.id, c.handle, c.name, c.worth, c.begins, c."isMember", ${memberCountSql("$1::uuid")} AS members FROM first c`;

type FoundRow = ClubFound & { id: string; worth: number; begins: boolean };

/** Clubs that the caller may know of. Where only few are called that, also those that could have been meant. */
export function findClubs(caller: Onlooker, terms: Terms): Promise<Ranked<ClubFound>[]> {
  return askByWords("club_word", terms, async ({ values }) => {
    const { rows } = await hotPool().query<FoundRow>({
      name: "search-clubs",
      text: FOUND_SQL,
      values: [caller?.id ?? null, ...values, terms.whole],
    });
    return rows.map((row) => rankOf(row, terms.handle));
  });
}

function rankOf({ id, worth, begins, ...club }: FoundRow, handle: string): Ranked<ClubFound> {
  const tier = club.handle === handle ? 0 : begins ? 1 : 2;
  const unlike = Math.max(0, Math.round(100 - 5 * worth));
  return { rank: [tier, club.isMember ? 0 : 1, unlike, -club.members, id], found: club };
}
