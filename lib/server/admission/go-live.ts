import { readyAhead } from "@/lib/domain/family/overflow";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { isOnStage, type Role } from "@/lib/domain/roles";
import { tellChatChanged } from "@/lib/server/notify/passing";
import { type PlacedEvent, writePlacedEvents } from "@/lib/server/notify/placed-events";
import { HALLWAY_CHANNEL } from "@/lib/server/notify/ring-hallway";
import { tellEpisodeNews } from "@/lib/server/notify/tell-episode-news";
import { tellGoingLive } from "@/lib/server/notify/tell-going-live";
import type { Transaction } from "@/lib/server/postgres/db";
import { prismaSql, type Sql } from "@/lib/server/postgres/sql";
import { announcedRoom } from "@/lib/server/queries/rooms/room-details";
import { announcedCrowd } from "@/lib/server/queries/shows/announced-crowd";
import { episodeRoleSql } from "@/lib/server/queries/shows/episode-role";
import { giveRole } from "@/lib/server/seats/give-role";
import { promoteHeirs } from "@/lib/server/seats/promote-heirs";
import { lockRooms } from "./lock-rooms";
import { openOverflow } from "./open-overflow";
import { overflowOf } from "./overflow-of";

/** A draft is published by it, as it was meant to be. What was written behind the stage is nobody else's to read. */
const LIVE_SQL = `
WITH live AS (
  UPDATE room r SET status = 'live', live_at = $2::timestamptz, host_away_until = NULL,
    empty_since = CASE WHEN r.open_seats <= 0 THEN $2::timestamptz END,
    kind = CASE WHEN e.published_at IS NULL THEN e.kind ELSE r.kind END,
    guests_allowed = CASE WHEN e.published_at IS NULL THEN e.guests_allowed ELSE r.guests_allowed END
  FROM episode e WHERE r.id = $1::uuid AND e.room_id = r.id AND r.status = 'scheduled' RETURNING r.id)
UPDATE episode e SET published_at = coalesce(e.published_at, $2::timestamptz), changed_at = $2::timestamptz FROM live WHERE e.room_id = live.id`;

const UNSAY_SQL = `
WITH clock AS (UPDATE chat_clock SET room_version = room_version + 1 WHERE room_id = $1::uuid RETURNING room_version)
UPDATE chat_line l SET text = '', deleted_at = now(), version = clock.room_version
FROM clock WHERE l.room_id = $1::uuid AND l.channel = 'room' AND l.deleted_at IS NULL`;

/** Who sits on the stage, the one who is to host it first. `hosts`: the episode or its show, not only its room. */
const STAGE_SQL = `
SELECT s.id, s.person_id AS "personId", s.role, coalesce(${episodeRoleSql("s.person_id")} = 'host', false) AS hosts
FROM seat s JOIN room r ON r.id = s.room_id
WHERE s.room_id = $1::uuid AND s.closed_at IS NULL AND s.role <> 'listener'
ORDER BY s.id FOR NO KEY UPDATE OF s`;

type OnStage = { id: string; personId: PersonId; role: Role; hosts: boolean };

/**
 * Makes a scheduled room live, whose row the caller has locked and found scheduled: nobody in it moves, the stage is
 * hosted, overflow rooms stand ready for the people who announced themselves, and followers of its hosts are told. It writes its
 * events as the last statement, and rings the hallway at commit.
 */
export async function goLive(
  tx: Transaction,
  roomId: RoomId,
  by: { personId: PersonId | null; now: Date },
): Promise<void> {
  const sql = prismaSql(tx);
  await sql.rows(undefined, LIVE_SQL, [roomId, by.now]);
  const { events, hosts, others } = await takeTheStage(sql, roomId, by.personId);
  // After the seats, in the one order of locks.
  await sql.rows(undefined, UNSAY_SQL, [roomId]);
  await tellChatChanged(tx, roomId);
  await openReady(sql, roomId);
  for (const personId of hosts) await tellGoingLive(sql, { personId, roomId, kind: "went_live" });
  for (const personId of others) await tellGoingLive(sql, { personId, roomId, kind: "speaking" });
  await tellEpisodeNews(sql, { roomId, kind: "live" });
  // With the commit, so that no crash between the two leaves people waiting before an open door.
  await sql.rows(undefined, "SELECT pg_notify($1, $2)::text", [HALLWAY_CHANNEL, roomId]);
  const edited = { type: "room_edited", room: await announcedRoom(tx, roomId) } as const;
  await writePlacedEvents(tx, by.personId, [...events, { roomId, event: { audience: "everyone", happening: edited } }]);
}

/**
 * A host of the show hosts the stage where nobody does, whoever goes live before the others; else the moderator who was first there. Of
 * an empty stage, the one who goes live is told of to their followers.
 */
export async function takeTheStage(
  sql: Sql,
  roomId: RoomId,
  byId: PersonId | null,
): Promise<{ events: PlacedEvent[]; hosts: PersonId[]; others: PersonId[] }> {
  const stage = await sql.rows<OnStage>(undefined, STAGE_SQL, [roomId]);
  let host = stage.find(({ role }) => role === "host")?.personId ?? null;
  const events: PlacedEvent[] = [];
  if (!host) {
    const leaders = stage.filter(({ role, hosts }) => role === "moderator" && hosts);
    const heir = leaders.find(({ personId }) => personId === byId) ?? leaders[0];
    if (heir) await giveRole(sql, heir, "host");
    host = heir?.personId ?? (await promoteHeirs(sql, [roomId]))[0]?.personId ?? null;
    if (host) events.push(hosting(roomId, host));
  }
  const hosts = stage.filter((one) => one.hosts || one.personId === host).map(({ personId }) => personId);
  const others = stage.filter(({ personId, role }) => isOnStage(role) && !hosts.includes(personId));
  const alone = stage.length === 0 && byId ? [byId] : [];
  return { events, hosts: [...hosts, ...alone], others: others.map(({ personId }) => personId) };
}

const hosting = (roomId: RoomId, personId: PersonId): PlacedEvent => ({
  roomId,
  event: { audience: "everyone", happening: { type: "role_changed", personId, role: "host" } },
});

/** So many overflow rooms as the people who announced themselves fill. The door opens more, and closes none. */
async function openReady(sql: Sql, roomId: RoomId): Promise<void> {
  const crowd = await announcedCrowd(sql, roomId);
  const main = (await lockRooms(sql, [roomId], [])).get(roomId);
  if (!main || crowd === 0) return;
  const opening = Array.from({ length: readyAhead(main, crowd) }, () => overflowOf(main));
  await openOverflow(sql, opening);
}
