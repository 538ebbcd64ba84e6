import type { RoomId } from "@/lib/domain/ids";
import { can } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import type { Caller } from "@/lib/server/callers/caller";
import { hotPool } from "@/lib/server/postgres/db";
import { handsPage } from "@/lib/server/queries/hands/hands-page";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { blockedSql } from "@/lib/server/queries/people/person-visibility";
import { agreesSql } from "@/lib/server/queries/recording/agrees-sql";
import type { SeatOfferView } from "@/lib/wire/family/views";
import type { MineView } from "@/lib/wire/rooms/mine";
import { NOTHING_MINE } from "@/lib/wire/rooms/nothing-mine";
import type { OfferView, OpenOffer } from "@/lib/wire/stage/views";
import { seatView } from "./seat-view";

/** Whoever has blocked more people does not see the rest of them go; nobody has. */
const MAX_APART = 1_000;

/** Named, because the join answer asks it for every arrival. */
const MINE_SQL = `
SELECT s.id AS "seatId", s.role, s.muted_at IS NOT NULL AS muted, s.opened_at AS "openedAt",
  h.raised_at AS "handRaisedAt", o.id AS "offerId", o.expires_at AS "offerExpiresAt", o.face AS "offeredBy",
  h.question AS "handQuestion", h.parked_at IS NOT NULL AS "handParked",
  CASE WHEN s.role IN ('host', 'moderator') THEN (
    SELECT coalesce(json_agg(json_build_object('id', u.id, 'expiresAt', u.expires_at, 'person', (
        SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = u.person_id), 'offeredBy', (
        SELECT ${FACE_JSON_SQL} FROM person p WHERE p.id = u.offered_by_id)) ORDER BY u.offered_at, u.id), '[]')
    FROM offer u WHERE u.room_id = $1 AND u.closed_at IS NULL AND u.expires_at > now()) END AS offers,
  EXISTS (SELECT FROM room_ban b WHERE b.room_id IN ($1, (SELECT main_room_id FROM room WHERE id = $1)) AND b.person_id = $2
    AND b.lifted_at IS NULL) AS barred,
  EXISTS (SELECT FROM invitation i WHERE i.room_id = $1 AND i.person_id = $2 AND i.role = 'speaker' AND i.risen_at IS NULL) AS "standingOffer",
  CASE WHEN s.role <> 'listener' THEN (SELECT ${agreesSql("g", "s")} FROM recording g WHERE g.room_id = s.room_id AND g.stopped_at IS NULL)
    END AS "agreesToRecording",
  (SELECT json_build_object('id', so.id, 'expiresAt', so.expires_at, 'hall', json_build_object('id', so.room_id, 'number', coalesce(sr.overflow_number, 0)))
   FROM seat_offer so JOIN room sr ON sr.id = so.room_id
   WHERE so.person_id = $2 AND so.from_room_id = $1 AND so.closed_at IS NULL AND so.expires_at > now()) AS "seatOffer",
  (SELECT e.room_id FROM seat e JOIN room er ON er.id = e.room_id JOIN room asked ON asked.id = $1
   WHERE e.person_id = $2 AND e.closed_at IS NULL AND e.room_id <> $1
     AND coalesce(er.main_room_id, er.id) = coalesce(asked.main_room_id, asked.id)) AS "movedTo",
  CASE WHEN s.role IN ('host', 'moderator') THEN '{}' ELSE ARRAY(SELECT b.id FROM (${blockedSql("$2")}) AS b(id) LIMIT ${MAX_APART})::text[] END AS apart
FROM (SELECT) AS one
LEFT JOIN seat s ON s.room_id = $1 AND s.person_id = $2 AND s.closed_at IS NULL
LEFT JOIN hand h ON h.room_id = $1 AND h.person_id = $2 AND h.closed_at IS NULL
LEFT JOIN LATERAL (
  SELECT f.id, f.expires_at, ${FACE_JSON_SQL} AS face FROM offer f JOIN person p ON p.id = f.offered_by_id
  WHERE f.room_id IN ($1, (SELECT main_room_id FROM room WHERE id = $1)) AND f.person_id = $2 AND f.closed_at IS NULL AND f.expires_at > now()
  ORDER BY f.room_id = $1 LIMIT 1) o ON true`;

type OfferJson = { id: string; expiresAt: string; person: FaceJson; offeredBy: FaceJson };

type MineRow = {
  seatId: string | null;
  role: Role;
  muted: boolean;
  openedAt: Date;
  handRaisedAt: Date | null;
  offerId: string | null;
  offerExpiresAt: Date;
  offeredBy: FaceJson;
  handQuestion: string | null;
  handParked: boolean;
  offers: OfferJson[] | null;
  barred: boolean;
  standingOffer: boolean;
  agreesToRecording: boolean | null;
  seatOffer: SeatOfferView | null;
  movedTo: string | null;
  apart: string[];
};

/** What only the caller sees of a room: their seat, hand and invitation, and the queue if they may read it. */
export async function mine(roomId: RoomId, caller: Pick<Caller, "id"> | null): Promise<MineView> {
  if (!caller) return NOTHING_MINE;
  const { rows } = await hotPool().query<MineRow>({ name: "mine", text: MINE_SQL, values: [roomId, caller.id] });
  const row = rows[0];
  if (!row) return NOTHING_MINE;
  if (row.seatId === null) return { ...NOTHING_MINE, barred: row.barred, movedTo: row.movedTo };
  const { role, muted, barred, apart } = row;
  const reads = can({ personId: caller.id, role }, "readHands");
  const { hands, totals: handTotals } = reads ? await handsPage(roomId, null) : { hands: null, totals: null };
  return {
    seat: seatView({ id: row.seatId, roomId, personId: caller.id, role, muted, openedAt: row.openedAt }),
    handRaisedAt: row.handRaisedAt?.toISOString() ?? null,
    offer: toOffer(row),
    handQuestion: row.handQuestion ?? "",
    handParked: row.handParked,
    hands,
    handTotals,
    offers: reads ? (row.offers ?? []).map(toOpenOffer) : null,
    barred,
    standingOffer: row.standingOffer && can({ personId: caller.id, role }, "answerOffer"),
    agreesToRecording: row.agreesToRecording,
    movedTo: null,
    apart,
    seatOffer: row.seatOffer && { ...row.seatOffer, expiresAt: new Date(row.seatOffer.expiresAt).toISOString() },
  };
}

const toOffer = ({ offerId, offeredBy, offerExpiresAt }: MineRow): OfferView | null =>
  offerId === null ? null : { id: offerId, offeredBy: faceOfJson(offeredBy), expiresAt: offerExpiresAt.toISOString() };

const toOpenOffer = ({ id, expiresAt, person, offeredBy }: OfferJson): OpenOffer => ({
  id,
  person: faceOfJson(person),
  offeredBy: faceOfJson(offeredBy),
  expiresAt: new Date(expiresAt).toISOString(),
});
