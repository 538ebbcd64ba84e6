import type pg from "pg";
import type { Arrival } from "@/lib/domain/admission";
import type { RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import { askPostgres } from "./ask-postgres";
import type { JoinRequest } from "./request";

/** The open seat that somebody brings to the door. */
export type PresentSeat = { id: string; roomId: RoomId; role: Role; muted: boolean; openedAt: Date };

export type ArrivalAtDoor = Arrival & Pick<JoinRequest, "roomId" | "page"> & { seat: PresentSeat | null };

/**
 * The people's rows are locked as the new seats' foreign keys would lock them anyway: a ban of the whole instance takes
 * the same row, so it is either seen here, or sees the seat that is opened here.
 */
const ARRIVALS_SQL = `
WITH arriving AS MATERIALIZED (SELECT id, banned_at FROM person WHERE id = ANY($2::uuid[]) ORDER BY id FOR KEY SHARE)
SELECT s.id AS "seatId", s.room_id AS "seatRoomId", s.role, s.muted_at IS NOT NULL AS muted, s.opened_at AS "openedAt",
  s.page_id AS "seatPage",
  p.banned_at IS NOT NULL
    OR EXISTS (SELECT FROM room_ban b WHERE b.room_id IN (w.room_id, r.main_room_id) AND b.person_id = w.person_id
      AND b.lifted_at IS NULL) AS banned,
  r.kind <> 'open' AND EXISTS (
    SELECT FROM invitation i WHERE i.room_id = coalesce(r.main_room_id, r.id) AND i.person_id = w.person_id) AS invited,
  r.open_seats >= r.capacity - r.reserve AND EXISTS (
    SELECT FROM invitation i WHERE i.room_id = r.id AND i.person_id = w.person_id AND i.role = 'speaker') AS announced,
  r.kind = 'social' AND EXISTS (
    SELECT FROM seat l JOIN follow f ON f.follower_id = l.person_id AND f.followee_id = w.person_id
    WHERE l.room_id = coalesce(r.main_room_id, r.id) AND l.closed_at IS NULL AND l.role <> 'listener' AND l.role IN ('host', 'moderator')) AS "followedByLeader",
  (SELECT h.room_id FROM held_seat h WHERE h.person_id = w.person_id AND h.closed_at IS NULL) AS "heldIn",
  (SELECT o.room_id FROM seat_offer o WHERE o.person_id = w.person_id AND o.closed_at IS NULL
    AND o.expires_at > statement_timestamp()) AS "keptIn",
  r.host_away_until IS NOT NULL AND w.person_id = (
    SELECT h.person_id FROM seat h WHERE h.room_id = w.room_id AND h.role = 'host' AND h.closed_at IS NOT NULL
    ORDER BY h.closed_at DESC LIMIT 1) AS "hostedLast"
FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS w(room_id, person_id, place)
LEFT JOIN arriving p ON p.id = w.person_id
LEFT JOIN room r ON r.id = w.room_id
LEFT JOIN seat s ON s.person_id = w.person_id AND s.closed_at IS NULL
ORDER BY w.place`;

type ArrivalRow = {
  seatId: string | null;
  seatRoomId: RoomId;
  role: Role;
  muted: boolean;
  openedAt: Date;
  seatPage: string | null;
  banned: boolean;
  invited: boolean | null;
  announced: boolean | null;
  followedByLeader: boolean | null;
  hostedLast: boolean | null;
  heldIn: RoomId | null;
  keptIn: RoomId | null;
};

/** What the rule needs to know of each person, read after the rooms are locked and in the order of the requests. */
export async function readArrivals(client: pg.ClientBase, requests: JoinRequest[]): Promise<ArrivalAtDoor[]> {
  const rooms = requests.map((request) => request.roomId);
  const people = requests.map((request) => request.personId);
  const rows = await askPostgres<ArrivalRow>(client, "door-arrivals", ARRIVALS_SQL, [rooms, people]);
  return requests.map((request, index) => {
    const row = rows[index];
    if (!row) throw new Error("the door read fewer people than it asked for");
    const { role, muted, openedAt } = row;
    return {
      ...request,
      seat: row.seatId === null ? null : { id: row.seatId, roomId: row.seatRoomId, role, muted, openedAt },
      banned: row.banned,
      invited: row.invited === true,
      announced: row.announced === true,
      followedByLeader: row.followedByLeader === true,
      hostedLast: row.hostedLast === true,
      heldIn: row.heldIn,
      keptIn: row.keptIn,
      replaced: request.back === true && row.seatPage !== null && row.seatPage !== request.page,
    };
  });
}
