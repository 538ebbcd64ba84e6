import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type SpokenBackFacts, speakBack } from "@/lib/domain/interpreting/spoken-back";
import { hotPool } from "@/lib/server/postgres/db";

/** What speakBack asks about an interpreter `i` of the main room `m`: SQL expressions. */
export const SPOKEN_BACK_SQL = `m.status, m.microphones_locked_at IS NOT NULL AS locked,
  EXISTS (SELECT FROM seat s JOIN room h ON h.id = s.room_id
    WHERE s.person_id = i.person_id AND s.closed_at IS NULL AND coalesce(h.main_room_id, h.id) = m.id) AS seated,
  EXISTS (SELECT FROM seat s
    WHERE s.person_id = i.person_id AND s.closed_at IS NULL AND s.room_id = m.id AND s.role <> 'listener') AS "onMainStage",
  EXISTS (SELECT FROM room_ban b WHERE b.room_id = m.id AND b.person_id = i.person_id AND b.lifted_at IS NULL)
    OR EXISTS (SELECT FROM person p WHERE p.id = i.person_id AND (p.banned_at IS NOT NULL OR p.given_up_at IS NOT NULL)) AS barred,
  EXISTS (SELECT FROM seat a
    WHERE a.room_id = m.id AND a.closed_at IS NULL AND a.role <> 'listener' AND a.asks_in = i.language) AS asked`;

const TURNED_SQL = `
SELECT i.room_id AS "roomId", i.person_id AS "personId", ${SPOKEN_BACK_SQL}
FROM interpreter i JOIN room m ON m.id = i.room_id
WHERE i.to_stage_since IS NOT NULL AND i.ended_at IS NULL AND ($1::uuid[] IS NULL OR i.room_id = ANY($1::uuid[]))`;

type TurnedRow = SpokenBackFacts & { roomId: RoomId; personId: PersonId };

/** An interpreter who turned to the main stage. `may`: whether they may speak there now. */
type TurnedToStage = { roomId: RoomId; personId: PersonId; may: boolean };

/** Who turned to the stage of these main rooms (null: of all), as Postgres has it now. */
export async function turnedToStage(mainRoomIds: readonly string[] | null): Promise<TurnedToStage[]> {
  if (mainRoomIds?.length === 0) return [];
  const { rows } = await hotPool().query<TurnedRow>({
    name: "turned-to-stage",
    text: TURNED_SQL,
    values: [mainRoomIds],
  });
  return rows.map((row) => ({ roomId: row.roomId, personId: row.personId, may: speakBack(row).ok }));
}
