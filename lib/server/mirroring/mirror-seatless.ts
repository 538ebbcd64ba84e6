import { interpreterIdentity } from "@/lib/domain/interpreting/spoken-back";
import { keepsTo } from "@/lib/domain/seats/standing";
import { mediaPresence, removeFromMedia } from "@/lib/media/mirror";
import { hotPool } from "@/lib/server/postgres/db";
import { standingOf } from "./standings";

/** Somebody under a name that is no person's is put out unless they are just what their standing says. */
export async function judgeSeatless(roomId: string, identity: string): Promise<void> {
  const standing = await standingOf(roomId, identity);
  const presence = standing && (await mediaPresence(roomId, identity));
  if (!standing || (presence && !keepsTo(presence, standing))) await removeFromMedia(roomId, identity);
}

/** Whoever turned to the stage may speak for this person; and this person may have turned to it themselves. */
const TURNED_SQL = `
SELECT DISTINCT i.room_id AS "roomId", i.person_id AS "personId"
FROM room h JOIN interpreter i ON i.room_id = coalesce(h.main_room_id, h.id)
WHERE h.id = $1 AND (i.person_id = $2 OR (i.to_stage_since IS NOT NULL AND i.ended_at IS NULL))`;

/**
 * Makes LiveKit agree about interpreters on the main stage of a hall's family, where what this person may do has changed.
 * Safe to run twice. Throws ServiceAway("media").
 */
export async function mirrorTurned(roomId: string, personId: string): Promise<void> {
  const { rows } = await hotPool().query<{ roomId: string; personId: string }>({
    name: "turned-beside",
    text: TURNED_SQL,
    values: [roomId, personId],
  });
  await Promise.all(rows.map((row) => judgeSeatless(row.roomId, interpreterIdentity(row.personId))));
}
