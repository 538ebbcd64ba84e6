import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { ShowRole } from "@/lib/domain/shows/show";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { episodeRoleSql } from "@/lib/server/queries/shows/episode-role";
import type { GuestView } from "@/lib/wire/guests/views";

const faceSql = (person: string): string => `(SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = ${person})`;

/** More than one guest's story ever has; the newest of it. */
const STEPS_SHOWN = 100;

const GUESTS_SQL = `
SELECT g.id, g.name, g.state, g.shown, g.words, g.account_needed AS "accountNeeded", g.place, g.address, g.invited_at AS "invitedAt",
  g.answered_at AS "answeredAt", ${faceSql("g.person_id")} AS person, ${faceSql("g.claimed_by_id")} AS "claimedBy",
  (SELECT coalesce(json_agg(json_build_object('kind', s.kind, 'at', s.at, 'by', s.by) ORDER BY s.at, s.id), '[]') FROM (
    SELECT t.id, t.kind, t.at, (SELECT p.name FROM person p WHERE p.id = t.by_id AND p.given_up_at IS NULL) AS by
    FROM guest_step t WHERE t.guest_id = g.id ORDER BY t.at DESC, t.id DESC LIMIT ${STEPS_SHOWN}) s) AS steps
FROM episode_guest g`;

type GuestRow = Omit<GuestView, "invitedAt" | "answeredAt" | "person" | "claimedBy" | "steps"> & {
  invitedAt: Date;
  answeredAt: Date | null;
  person: FaceJson | null;
  claimedBy: FaceJson | null;
  steps: { kind: GuestView["steps"][number]["kind"]; at: string; by: string | null }[];
};

/** The guests of an episode with every step of their invitations, for those who lead it; null for everybody else. */
export async function guestsOf(caller: { id: PersonId } | null, roomId: RoomId): Promise<GuestView[] | null> {
  if (!caller) return null;
  const { rows: roles } = await hotPool().query<{ role: ShowRole | null }>(
    `SELECT ${episodeRoleSql("$1::uuid")} AS role FROM room r JOIN episode ep ON ep.room_id = r.id WHERE r.id = $2::uuid`,
    [caller.id, roomId],
  );
  if (!canWithShow(roles[0]?.role ?? null, "inviteGuest")) return null;
  const { rows } = await hotPool().query<GuestRow>(`${GUESTS_SQL} WHERE g.room_id = $1::uuid ORDER BY g.place, g.id`, [
    roomId,
  ]);
  return rows.map(toView);
}

/** One guest, as they are after an act that the caller was allowed. */
export async function guestView(guestId: string): Promise<GuestView> {
  const { rows } = await hotPool().query<GuestRow>(`${GUESTS_SQL} WHERE g.id = $1::uuid`, [guestId]);
  const [row] = rows;
  if (!row) throw new Error("a guest is not there who was acted upon");
  return toView(row);
}

const toView = ({ invitedAt, answeredAt, person, claimedBy, steps, ...guest }: GuestRow): GuestView => ({
  ...guest,
  invitedAt: invitedAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
  person: person && faceOfJson(person),
  claimedBy: claimedBy && faceOfJson(claimedBy),
  steps: steps.map((step) => ({ ...step, at: new Date(step.at).toISOString() })),
});
