import type { PersonId, RoomId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { actorIn } from "@/lib/server/queries/rooms/actor-in";
import type { BanView } from "@/lib/wire/moderation/views";

const MAX_SHOWN = 200;

const BANS_SQL = `
SELECT b.reason, b.banned_at AS "bannedAt",
  (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = b.person_id) AS person,
  (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = b.banned_by_id) AS by
FROM room_ban b WHERE b.room_id = $1 AND b.lifted_at IS NULL AND EXISTS (SELECT FROM person p WHERE p.id = b.person_id)
ORDER BY b.banned_at DESC LIMIT ${MAX_SHOWN}`;

type BanRow = { reason: string; bannedAt: Date; person: FaceJson; by: FaceJson | null };

/** Who may not come back into a room, newest first, for people who may let them in again; null for others. */
export async function roomBans(caller: { id: PersonId } | null, roomId: RoomId): Promise<{ bans: BanView[] } | null> {
  const actor = caller && (await actorIn(roomId, caller.id));
  if (!actor || !can(actor, "liftBan")) return null;
  const { rows } = await hotPool().query<BanRow>({ name: "room-bans", text: BANS_SQL, values: [roomId] });
  const bans = rows.map(({ reason, bannedAt, person, by }) => ({
    person: faceOfJson(person),
    by: by && faceOfJson(by),
    reason,
    bannedAt: bannedAt.toISOString(),
  }));
  return { bans };
}
