import { languageKey } from "@/lib/domain/hallway/ranking";
import { MAIN_VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import type { HallwayFilter } from "@/lib/wire/hallway/inputs";

/** The families on whose main stage somebody speaks whom the person $1 has blocked. */
export const FOLDED_SQL = `SELECT s.room_id FROM block b JOIN seat s ON s.person_id = b.blocked_id AND s.closed_at IS NULL AND s.role <> 'listener'
  WHERE b.blocker_id = $1::uuid`;

/** A condition on `room r`: it has a card of its own. */
export const LIVE_MAIN_SQL = "r.status = 'live' AND r.main_room_id IS NULL";

/** A condition on those: it is of the language $2 and the topic $3, null for any. */
export const ASKED_FOR_SQL = `($2::text IS NULL OR split_part(r.language, '-', 1) = $2::text)
  AND ($3::text IS NULL OR r.topic_keys @> (SELECT ARRAY[lower(normalize($3::text, NFC))]))`;

/** A condition on a main room `r`: it stands in the hallway of the person $1; with $4 in what is folded away there. */
export const LISTED_SQL = `r.id NOT IN (SELECT h.room_id FROM hidden_room h WHERE h.person_id = $1::uuid)
  AND (r.id IN (${FOLDED_SQL})) = $4::boolean
  AND ${MAIN_VISIBLE_SQL}`;

/** $1 to $4 of the two. */
export const listedValues = (
  caller: { id: string } | null,
  { language, topic }: HallwayFilter,
  folded: boolean,
): unknown[] => [caller?.id ?? null, language === undefined ? null : languageKey(language), topic ?? null, folded];
