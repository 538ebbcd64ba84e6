import type { Caller } from "@/lib/server/callers/caller";
import { hotPool } from "@/lib/server/postgres/db";
import { FACE_JSON_SQL, type FaceJson, faceOfJson } from "@/lib/server/queries/people/face-json";
import type { AdminRoom, AdminRooms } from "@/lib/wire/admin/views";

const MAX_SHOWN = 100;

const ROOMS_SQL = `
SELECT r.id, r.title, r.capacity, r.open_seats AS "openSeats", r.live_at AS "liveAt", s.count::int AS "stageSeats", s.hosts,
  count(*) OVER ()::int AS live, sum(r.open_seats) OVER ()::int AS people, sum(s.count) OVER ()::int AS "onStage"
FROM room r CROSS JOIN LATERAL (
  SELECT count(*), coalesce(json_agg(${FACE_JSON_SQL}) FILTER (WHERE seat.role = 'host'), '[]') AS hosts
  FROM seat JOIN person p ON p.id = seat.person_id
  WHERE seat.room_id = r.id AND seat.closed_at IS NULL AND seat.role <> 'listener') s
WHERE r.status = 'live' ORDER BY r.open_seats DESC, r.id LIMIT ${MAX_SHOWN}`;

type RoomRow = Omit<AdminRoom, "liveAt" | "hosts"> & { liveAt: Date | null; hosts: FaceJson[] } & Omit<
    AdminRooms,
    "rooms"
  >;

/** The live rooms, the fullest hundred of them, and the sums of all; null for a caller who is no admin. */
export async function adminRooms(caller: Pick<Caller, "admin"> | null): Promise<AdminRooms | null> {
  if (!caller?.admin) return null;
  const { rows } = await hotPool().query<RoomRow>(ROOMS_SQL);
  const { live = 0, people = 0, onStage = 0 } = rows[0] ?? {};
  const rooms = rows.map(({ live: _live, people: _people, onStage: _onStage, ...room }) => ({
    ...room,
    liveAt: room.liveAt?.toISOString() ?? null,
    hosts: room.hosts.map(faceOfJson),
  }));
  return { rooms, live, people, onStage };
}
