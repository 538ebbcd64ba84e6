import type { RoomId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { hotPool } from "@/lib/server/db";
import type { Caller } from "@/lib/server/http/caller";
import type { HandView, MineView, OfferView } from "@/lib/wire/views";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "./face-json";

/** The queue is read with it and shown to moderators only. Named, because the join answer asks it for every arrival. */
const MINE_SQL = `
SELECT s.id AS "seatId", s.role, s.muted_at IS NOT NULL AS muted, s.opened_at AS "openedAt",
  h.raised_at AS "handRaisedAt", o.id AS "offerId", o.expires_at AS "offerExpiresAt", o.face AS "offeredBy",
  CASE WHEN s.role IN ('host', 'moderator') THEN (
    SELECT coalesce(json_agg(json_build_object('face', ${FACE_JSON_SQL}, 'raisedAt', q.raised_at) ORDER BY q.raised_at, q.id), '[]')
    FROM hand q JOIN person p ON p.id = q.person_id WHERE q.room_id = $1 AND q.closed_at IS NULL) END AS hands,
  EXISTS (SELECT FROM room_ban b WHERE b.room_id = $1 AND b.person_id = $2 AND b.lifted_at IS NULL) AS barred
FROM (SELECT) AS one
LEFT JOIN seat s ON s.room_id = $1 AND s.person_id = $2 AND s.closed_at IS NULL
LEFT JOIN hand h ON h.room_id = $1 AND h.person_id = $2 AND h.closed_at IS NULL
LEFT JOIN LATERAL (
  SELECT f.id, f.expires_at, ${FACE_JSON_SQL} AS face FROM offer f JOIN person p ON p.id = f.offered_by_id
  WHERE f.room_id = $1 AND f.person_id = $2 AND f.closed_at IS NULL AND f.expires_at > now()) o ON true`;

type HandJson = { face: FaceJson; raisedAt: string };

type MineRow = {
  seatId: string | null;
  role: Role;
  muted: boolean;
  openedAt: Date;
  handRaisedAt: Date | null;
  offerId: string | null;
  offerExpiresAt: Date;
  offeredBy: FaceJson;
  hands: HandJson[] | null;
  barred: boolean;
};

const NOTHING: MineView = { seat: null, handRaisedAt: null, offer: null, hands: null, barred: false };

/** What only the caller sees of a room: their seat, hand and invitation, and the queue if they may read it. */
export async function mine(roomId: RoomId, caller: Pick<Caller, "id"> | null): Promise<MineView> {
  if (!caller) return NOTHING;
  const { rows } = await hotPool().query<MineRow>({ name: "mine", text: MINE_SQL, values: [roomId, caller.id] });
  const row = rows[0];
  if (!row || row.seatId === null) return { ...NOTHING, barred: row?.barred ?? false };
  const { role, muted, barred } = row;
  return {
    seat: { id: row.seatId, roomId, personId: caller.id, role, muted, openedAt: row.openedAt.toISOString() },
    handRaisedAt: row.handRaisedAt?.toISOString() ?? null,
    offer: toOffer(row),
    hands: can({ personId: caller.id, role }, "readHands") ? (row.hands ?? []).map(toHand) : null,
    barred,
  };
}

const toOffer = ({ offerId, offeredBy, offerExpiresAt }: MineRow): OfferView | null =>
  offerId === null ? null : { id: offerId, offeredBy: faceOfJson(offeredBy), expiresAt: offerExpiresAt.toISOString() };

const toHand = ({ face, raisedAt }: HandJson): HandView => ({
  person: faceOfJson(face),
  raisedAt: new Date(raisedAt).toISOString(),
});
