import { mayInFamily } from "@/lib/domain/family/hall";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import { keptByRoom } from "@/lib/server/queries/rooms/kept-by-room";
import { seatRole } from "@/lib/server/queries/rooms/seat-role";
import type { HallsDesk, HallTile } from "@/lib/wire/family/views";
import { MAX_SNAPSHOT_AGE_MS } from "@/lib/wire/rooms/announcements";

/** A chat that is busier than this is busy enough. */
const MAX_MESSAGES = 200;

/** Of every live room of the family $1, the main room first. `role <> 'listener'` repeats the predicate of the index `seat_on_stage`. */
const DESK_SQL = `
SELECT r.id, coalesce(r.overflow_number, 0) AS number, r.language, r.open_seats AS "openSeats", r.capacity,
  EXISTS (SELECT FROM seat l WHERE l.room_id = r.id AND l.closed_at IS NULL AND l.role <> 'listener'
    AND l.role IN ('host', 'moderator')) AS led,
  (SELECT count(*)::int FROM seat s WHERE s.room_id = r.id AND s.closed_at IS NULL AND s.role <> 'listener') AS talking,
  (SELECT count(*)::int FROM (
     SELECT c.written_at, c.deleted_at FROM chat_line c WHERE c.room_id = r.id AND c.channel = 'room'
     ORDER BY c.version DESC LIMIT ${MAX_MESSAGES}) newest
   WHERE newest.deleted_at IS NULL AND newest.written_at > now() - interval '3 minutes') AS lines,
  (SELECT count(*)::int FROM hand h WHERE h.room_id = r.id AND h.closed_at IS NULL) AS hands,
  (SELECT json_build_object('face', ${FACE_JSON_SQL}, 'text', h.question) FROM hand h JOIN person p ON p.id = h.person_id
    WHERE h.room_id = r.id AND h.closed_at IS NULL AND h.question <> ''
    ORDER BY h.parked_at IS NOT NULL, h.raised_at, h.id LIMIT 1) AS question,
  (SELECT count(*)::int FROM seat_offer o WHERE o.room_id = r.id AND o.closed_at IS NULL AND o.expires_at > now()) AS offered,
  (SELECT avg(g.understood)::float FROM rating g WHERE g.room_id = r.id) AS understood
FROM room r WHERE (r.id = $1 OR r.main_room_id = $1) AND r.status = 'live' ORDER BY number`;

type TileRow = Omit<HallTile, "question"> & { question: { face: FaceJson; text: string } | null };

/** One reading a second serves all leaders, however often their desks ask. */
const desks = keptByRoom<HallTile[]>("hallsDesks", MAX_SNAPSHOT_AGE_MS, async (roomId) => {
  const { rows } = await hotPool().query<TileRow>({ name: "halls-desk", text: DESK_SQL, values: [roomId] });
  return rows.map(({ question, ...tile }) => ({
    ...tile,
    question: question && { person: faceOfJson(question.face), text: question.text },
  }));
});

/** The halls of a family, for its leaders; null for others, and where this is no live main room. */
export async function hallsDesk(caller: { id: PersonId } | null, roomId: RoomId): Promise<HallsDesk | null> {
  const role = caller && (await seatRole({ roomId, personId: caller.id }));
  if (!caller || !role || !mayInFamily({ personId: caller.id, role }, "readHalls", { mainRoomId: null })) return null;
  const halls = await desks.of(roomId);
  // An overflow room's own moderators ask for a family of which it is not the main room.
  return halls.some((hall) => hall.id === roomId && hall.number === 0) ? { halls } : null;
}
