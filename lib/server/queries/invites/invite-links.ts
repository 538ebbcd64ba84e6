import type { PersonId, RoomId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { actorIn } from "@/lib/server/queries/rooms/actor-in";
import type { InviteLinkView } from "@/lib/wire/invites/views";

const MAX_SHOWN = 100;

const LINKS_SQL = `
SELECT l.id, l.role, l.created_at AS "madeAt", l.expires_at AS "expiresAt", l.uses, l.max_uses AS "maxUses", l.revoked_at AS "revokedAt",
  (SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = l.created_by_id) AS "madeBy"
FROM invite_link l WHERE l.room_id = $1 ORDER BY l.created_at DESC, l.id LIMIT ${MAX_SHOWN}`;

type LinkRow = Omit<InviteLinkView, "madeBy" | "madeAt" | "expiresAt" | "revokedAt"> & {
  madeBy: FaceJson | null;
  madeAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
};

/** A room's invitation links, newest first, for people who may make them; null for others. */
export async function inviteLinks(
  caller: { id: PersonId } | null,
  roomId: RoomId,
): Promise<{ links: InviteLinkView[] } | null> {
  const actor = caller && (await actorIn(roomId, caller.id));
  if (!actor || !can(actor, "inviteByLink")) return null;
  const { rows } = await hotPool().query<LinkRow>({ name: "invite-links", text: LINKS_SQL, values: [roomId] });
  const links = rows.map(({ madeBy, madeAt, expiresAt, revokedAt, ...link }) => ({
    ...link,
    madeBy: madeBy && faceOfJson(madeBy),
    madeAt: madeAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  }));
  return { links };
}
