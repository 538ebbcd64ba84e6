import type { ShowId } from "@/lib/domain/ids";
import type { RoomKind } from "@/lib/domain/rooms/room";
import { hotPool } from "@/lib/server/postgres/db";
import { clubVisibleSql } from "@/lib/server/queries/clubs/club-visibility";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";
import type { ShowView } from "@/lib/wire/shows/views";
import { SHOW_CARD_SQL, type ShowCardRow, toShowCard } from "./show-card";
import { showVisibleSql } from "./show-visibility";

const SHOW_SQL = `
SELECT ${SHOW_CARD_SQL}, sh.rule, sh.zone, sh.first_at AS "firstAt", sh.left_out AS "leftOut", sh.minutes, sh.kind,
  sh.guests_allowed AS "guestsAllowed", sh.opens_itself AS "opensItself",
  (SELECT json_build_object('id', c.id, 'handle', c.handle, 'name', c.name) FROM club c
    WHERE c.id = sh.club_id AND ${clubVisibleSql("$1::uuid")}) AS club
FROM show sh WHERE (sh.id = $2::uuid OR sh.slug = $3) AND ${showVisibleSql("$1::uuid")}`;

type ShowRow = ShowCardRow & {
  rule: string | null;
  zone: string;
  firstAt: string | null;
  leftOut: string[];
  minutes: number;
  kind: RoomKind;
  guestsAllowed: boolean;
  opensItself: boolean;
  club: ShowView["club"];
};

/** A show as `caller` sees it; null where there is none of that address or id of which they may know. */
export async function show(caller: Onlooker, which: { slug: string } | { id: ShowId }): Promise<ShowView | null> {
  const viewer = caller?.id ?? null;
  const values = "id" in which ? [viewer, which.id, null] : [viewer, null, which.slug.toLowerCase()];
  const { rows } = await hotPool().query<ShowRow>({ name: "show", text: SHOW_SQL, values });
  const [row] = rows;
  if (!row) return null;
  const { rule, zone, firstAt, leftOut, minutes, kind, guestsAllowed, opensItself, club } = row;
  const { next: _, ...card } = toShowCard(row);
  return {
    ...card,
    ...{ zone, minutes, kind, guestsAllowed, opensItself, club },
    rhythm: rule !== null && firstAt !== null ? { rule, zone, firstAt, minutes, leftOut } : null,
  };
}
