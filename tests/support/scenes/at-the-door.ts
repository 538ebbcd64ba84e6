import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { RoomKind, RoomStatus } from "@/lib/domain/rooms/room";
import { db, hotPool } from "@/lib/server/postgres/db";

type RoomWishes = {
  createdById: PersonId;
  capacity?: number;
  reserve?: number;
  overflowLimit?: number;
  kind?: RoomKind;
  clubId?: string;
  status?: RoomStatus;
  guestsAllowed?: boolean;
  title?: string;
};

/** A member by that handle. */
export async function addMember(handle: string): Promise<PersonId> {
  const id = uuid() as PersonId;
  await db().person.create({ data: { id, kind: "member", handle, name: handle, portraitSeed: 1 } });
  return id;
}

/** All that a mail could tell, with what is written while the test runs. */
export const FROM_ALL_TIME = { since: new Date(0), until: new Date("9999-01-01") };

/** From now on this member has a confirmed address, to which a mail of what they missed goes each day. */
export async function wantsMail(personId: PersonId): Promise<void> {
  const now = new Date();
  await db().person.update({
    where: { id: personId },
    data: { email: `${personId}@example.org`, emailVerifiedAt: now },
  });
  await db().mailDigest.create({
    data: { personId, rhythm: "daily", timeZone: "UTC", locale: "en", dueAt: now, toldUntil: now },
  });
}

/** So many members with no handle of their own. */
export async function addCrowd(size: number): Promise<PersonId[]> {
  const ids = Array.from({ length: size }, () => uuid() as PersonId);
  await db().person.createMany({
    data: ids.map((id, place) => ({ id, kind: "member", name: `Person ${place}`, portraitSeed: place })),
  });
  return ids;
}

/** An open, live room of ten seats unless wished otherwise, with nobody in it. */
export async function addRoom(wishes: RoomWishes): Promise<RoomId> {
  const id = uuid() as RoomId;
  const data = { id, title: "Night trains", language: "en", capacity: 10, ...wishes };
  await db().room.create({ data: { ...data, liveAt: new Date(), clock: { create: {} } } });
  return id;
}

/** An open club of that founder, by a handle of its own. */
export async function addClub(founderId: PersonId, handle = "night_trains"): Promise<string> {
  const members = { create: { personId: founderId, role: "founder" } } as const;
  return (await db().club.create({ data: { handle, name: handle, createdById: founderId, members } })).id;
}

/** What is wrong with the seats; empty where the cap holds, counters equal rows, and nobody sits twice. */
export async function faultsOfSeats(): Promise<string[]> {
  const { rows } = await hotPool().query<{ fault: string }>(`
    WITH counted AS (SELECT room_id, count(*)::int AS seats FROM (
      SELECT room_id FROM seat WHERE closed_at IS NULL UNION ALL SELECT room_id FROM held_seat WHERE closed_at IS NULL) taken
      GROUP BY room_id)
    SELECT 'room ' || r.title || ' counts ' || r.open_seats || ' of ' || coalesce(c.seats, 0) AS fault
    FROM room r LEFT JOIN counted c ON c.room_id = r.id WHERE r.open_seats <> coalesce(c.seats, 0)
    UNION ALL SELECT 'room ' || r.title || ' holds ' || c.seats || ' above ' || r.capacity
    FROM room r JOIN counted c ON c.room_id = r.id WHERE c.seats > r.capacity
    UNION ALL SELECT 'room ' || r.title || ' is empty since ' || coalesce(r.empty_since::text, 'never') || ' with ' || r.open_seats
    FROM room r WHERE r.empty_since IS NOT NULL AND r.open_seats > 0
    UNION ALL SELECT 'person ' || person_id || ' sits ' || count(*) || ' times'
    FROM seat WHERE closed_at IS NULL GROUP BY person_id HAVING count(*) > 1
    UNION ALL SELECT 'person ' || h.person_id || ' sits where a seat is held for them'
    FROM held_seat h JOIN seat s ON s.room_id = h.room_id AND s.person_id = h.person_id AND s.closed_at IS NULL WHERE h.closed_at IS NULL
    UNION ALL SELECT 'family of ' || m.title || ' has ' || count(*) || ' overflow rooms'
    FROM room m JOIN room o ON o.main_room_id = m.id AND o.status = 'live' GROUP BY m.id HAVING count(*) > m.overflow_limit
    UNION ALL SELECT 'ended room ' || r.title || ' holds seats' FROM room r JOIN counted c ON c.room_id = r.id WHERE r.status = 'ended'
    UNION ALL SELECT 'banned ' || b.person_id || ' sits in the room' FROM room_ban b JOIN seat s
      ON s.room_id = b.room_id AND s.person_id = b.person_id AND s.closed_at IS NULL WHERE b.lifted_at IS NULL
    UNION ALL SELECT 'event versions of ' || r.title || ' have a gap' FROM room r JOIN room_clock k ON k.room_id = r.id
    WHERE k.version <> (SELECT count(*) FROM room_event e WHERE e.room_id = r.id)
       OR k.version <> (SELECT coalesce(max(e.version), 0) FROM room_event e WHERE e.room_id = r.id)`);
  return rows.map((row) => row.fault);
}

/** Empties the tables between tests. */
export async function emptyHouse(): Promise<void> {
  await hotPool().query("TRUNCATE person, room, show CASCADE");
}
