import type { RoomId } from "@/lib/domain/ids";
import type { Role } from "@/lib/domain/roles";
import type { Arrival } from "@/lib/domain/seats/admission";
import { type LineAtDoor, TICKET_DEAD_MS } from "@/lib/domain/seats/door-line";
import { networkSeal } from "@/lib/server/callers/network-seal";
import type { Sql } from "@/lib/server/postgres/sql";
import { leaderSql } from "@/lib/server/queries/rooms/room-leader";
import type { DoorLockedRoom } from "./lock-rooms";
import { readParts } from "./read-parts";
import type { JoinRequest } from "./request";

/** The open seat that somebody brings to the door. */
export type PresentSeat = { id: string; roomId: RoomId; role: Role; muted: boolean; openedAt: Date };

/** Their place in the family's line, where it is alive. */
type HeldTicket = { number: number; called: boolean };

/** `line`: of the wanted room's family, null where there never was one. `crowded`: this process sees a crowd there. */
export type ArrivalAtDoor = Arrival &
  Pick<JoinRequest, "roomId" | "page"> & {
    seat: PresentSeat | null;
    /** Where they come from, as networkSeal names it. */
    network: Buffer | null;
    ticket: HeldTicket | null;
    line: LineAtDoor | null;
    crowded: boolean;
  };

/**
 * Seats and tickets are read once for all, since in a crowd's first minute Postgres knows too little of these tables to look
 * each up well: it walked through every open seat for each person.
 * The people's rows are locked as the new seats' foreign keys would lock them anyway: a ban of the whole instance takes
 * the same row, so it is either seen here, or sees the seat that is opened here. So does giving the account up.
 * `role <> 'listener'` beside the roles that are meant repeats the predicate of the index `seat_on_stage`, which is used for it.
 */
const ARRIVALS_SQL = `
WITH arriving AS MATERIALIZED (SELECT id, coalesce(banned_at, given_up_at) AS out_at FROM person WHERE id = ANY($2::uuid[]) ORDER BY id FOR KEY SHARE),
sitting AS MATERIALIZED (
  SELECT id, room_id, person_id, role, muted_at, opened_at, CASE WHEN gone_at IS NULL THEN page_id END AS page_id FROM seat
  WHERE person_id = ANY($2::uuid[]) AND closed_at IS NULL),
blocks AS MATERIALIZED (
  SELECT blocker_id AS one, blocked_id AS other FROM block WHERE blocker_id = ANY($2::uuid[])
  UNION ALL SELECT blocked_id, blocker_id FROM block WHERE blocked_id = ANY($2::uuid[])),
lines AS MATERIALIZED (
  SELECT l.room_id, coalesce(l.kept_until > statement_timestamp(), false) AS kept,
    (SELECT true FROM ticket t WHERE t.room_id = l.room_id AND t.closed_at IS NULL AND t.called_at IS NULL
      AND t.polled_at > statement_timestamp() - $3::int * interval '1 millisecond' LIMIT 1) AS waiting,
    (SELECT count(*)::int FROM ticket t WHERE t.room_id = l.room_id AND t.closed_at IS NULL
      AND t.called_at > statement_timestamp() - $3::int * interval '1 millisecond') AS called
  FROM door_line l WHERE l.room_id = ANY(ARRAY(SELECT coalesce(main_room_id, id) FROM room WHERE id = ANY($1::uuid[])))),
held AS MATERIALIZED (
  SELECT t.room_id, t.person_id, t.number, t.called_at FROM ticket t
  WHERE t.person_id = ANY($2::uuid[]) AND t.closed_at IS NULL
    AND coalesce(t.called_at, t.polled_at) > statement_timestamp() - $3::int * interval '1 millisecond')
SELECT s.id AS "seatId", s.room_id AS "seatRoomId", s.role, s.muted_at IS NOT NULL AS muted, s.opened_at AS "openedAt",
  s.page_id AS "seatPage",
  p.out_at IS NOT NULL
    OR EXISTS (SELECT FROM room_ban b WHERE b.room_id IN (w.room_id, r.main_room_id) AND b.person_id = w.person_id
      AND b.lifted_at IS NULL) AS banned,
  EXISTS (SELECT FROM blocks b WHERE b.one = w.person_id AND b.other = ${leaderSql(
    "coalesce(r.main_room_id, r.id)",
    "coalesce(m.created_by_id, r.created_by_id)",
  )}) AS "hostBlocked",
  w.guest_network IS NOT NULL AND EXISTS (
    SELECT FROM network_bar n WHERE n.room_id IN (w.room_id, r.main_room_id) AND n.network = w.guest_network) AS "networkBarred",
  coalesce(m.kind, r.kind) <> 'open' AND EXISTS (
    SELECT FROM invitation i WHERE i.room_id = coalesce(r.main_room_id, r.id) AND i.person_id = w.person_id) AS invited,
  coalesce(m.kind, r.kind) = 'members' AND EXISTS (
    SELECT FROM club_member c WHERE c.club_id = coalesce(m.club_id, r.club_id) AND c.person_id = w.person_id) AS "inClub",
  r.open_seats >= r.capacity - r.reserve AND EXISTS (
    SELECT FROM invitation i WHERE i.room_id = r.id AND i.person_id = w.person_id AND i.role = 'speaker') AS announced,
  coalesce(m.kind, r.kind) = 'social' AND EXISTS (
    SELECT FROM seat l JOIN follow f ON f.follower_id = l.person_id AND f.followee_id = w.person_id
    WHERE l.room_id = coalesce(r.main_room_id, r.id) AND l.closed_at IS NULL AND l.role <> 'listener' AND l.role IN ('host', 'moderator')) AS "followedByLeader",
  (SELECT h.room_id FROM held_seat h WHERE h.person_id = w.person_id AND h.closed_at IS NULL) AS "heldIn",
  (SELECT o.room_id FROM seat_offer o WHERE o.person_id = w.person_id AND o.closed_at IS NULL
    AND o.expires_at > statement_timestamp()) AS "keptIn",
  r.host_away_until IS NOT NULL AND w.person_id = (
    SELECT h.person_id FROM seat h WHERE h.room_id = w.room_id AND h.role = 'host' AND h.closed_at IS NOT NULL
    ORDER BY h.closed_at DESC LIMIT 1) AS "hostedLast",
  (l.room_id IS NOT NULL OR w.crowded OR r.open_seats >= r.capacity - r.reserve) AND (
    EXISTS (SELECT FROM invitation i WHERE i.room_id = coalesce(r.main_room_id, r.id) AND i.person_id = w.person_id
      AND i.role = 'speaker')
    OR EXISTS (SELECT FROM interpreter i WHERE i.room_id = coalesce(r.main_room_id, r.id) AND i.person_id = w.person_id
      AND i.ended_at IS NULL)
    OR EXISTS (SELECT FROM held_seat h JOIN room o ON o.id = h.room_id WHERE h.person_id = w.person_id
      AND h.closed_at IS NULL AND o.main_room_id = coalesce(r.main_room_id, r.id))) AS spared,
  l.kept, l.waiting, l.called, t.number::int AS ticket, t.called_at IS NOT NULL AS "ticketCalled"
FROM unnest($1::uuid[], $2::uuid[], $4::boolean[], $5::bytea[]) WITH ORDINALITY AS w(room_id, person_id, crowded, guest_network, place)
LEFT JOIN arriving p ON p.id = w.person_id
LEFT JOIN room r ON r.id = w.room_id
LEFT JOIN room m ON m.id = r.main_room_id
LEFT JOIN sitting s ON s.person_id = w.person_id
LEFT JOIN lines l ON l.room_id = coalesce(r.main_room_id, r.id)
LEFT JOIN held t ON t.person_id = w.person_id AND t.room_id = l.room_id
ORDER BY w.place`;

type ArrivalRow = {
  seatId: string | null;
  seatRoomId: RoomId;
  role: Role;
  muted: boolean;
  openedAt: Date;
  seatPage: string | null;
  banned: boolean;
  networkBarred: boolean;
  hostBlocked: boolean;
  invited: boolean | null;
  inClub: boolean | null;
  announced: boolean | null;
  followedByLeader: boolean | null;
  hostedLast: boolean | null;
  heldIn: RoomId | null;
  keptIn: RoomId | null;
  spared: boolean | null;
  kept: boolean | null;
  waiting: boolean | null;
  called: number | null;
  ticket: number | null;
  ticketCalled: boolean;
};

/**
 * What the rule needs to know of each person, read after the rooms are locked and in the order of the requests.
 * `rooms`: those that are locked. `crowded`: whether this process sees a crowd before a room.
 */
export async function readArrivals(
  sql: Sql,
  requests: JoinRequest[],
  rooms: ReadonlyMap<RoomId, DoorLockedRoom>,
  crowded: (roomId: RoomId) => boolean,
): Promise<ArrivalAtDoor[]> {
  const wanted = requests.map((request) => request.roomId);
  const people = requests.map((request) => request.personId);
  const inCrowd = wanted.map(crowded);
  const networks = requests.map(({ roomId, address }) => {
    const main = rooms.get(rooms.get(roomId)?.mainRoomId ?? roomId);
    return main ? networkSeal(main.afterTalkOfId ?? main.id, address) : null;
  });
  // Only guests are kept out by where they come from.
  const ofGuests = requests.map(({ kind }, index) => (kind === "guest" ? networks[index] : null));
  const values = [wanted, people, TICKET_DEAD_MS, inCrowd, ofGuests];
  const rows = await sql.rows<ArrivalRow>("door-arrivals", ARRIVALS_SQL, values);
  const partOf = await readParts(sql, wanted, rooms);
  return requests.map((request, index) => {
    const row = rows[index];
    if (!row) throw new Error("the door read fewer people than it asked for");
    const { role, muted, openedAt, waiting, called } = row;
    const crowded = inCrowd[index] === true;
    const kept = row.kept === true || crowded;
    const { roomId, personId, kind, page, admin } = request;
    const part = partOf(roomId, personId);
    // Named one by one: in a profile of a full door a spread here stood above all else of its own code.
    return {
      roomId,
      personId,
      kind,
      page,
      admin,
      seat: row.seatId === null ? null : { id: row.seatId, roomId: row.seatRoomId, role, muted, openedAt },
      network: networks[index] ?? null,
      banned: row.banned,
      hostBlocked: row.hostBlocked,
      networkBarred: row.networkBarred,
      invited: row.invited === true,
      inClub: row.inClub === true,
      announced: row.announced === true,
      followedByLeader: row.followedByLeader === true,
      hostedLast: row.hostedLast === true,
      heldIn: row.heldIn,
      keptIn: row.keptIn,
      spared: row.spared === true || admin === true || part !== null,
      part,
      ticket: row.ticket === null ? null : { number: row.ticket, called: row.ticketCalled },
      crowded,
      line: row.kept === null && !kept ? null : { kept, waiting: waiting === true, called: called ?? 0 },
      replaced: request.back === true && row.seatPage !== null && row.seatPage !== page,
    };
  });
}
