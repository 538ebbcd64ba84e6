import type { PersonId, RoomId } from "@/lib/domain/ids";
import { EPISODE_PARTS, type EpisodePart } from "@/lib/domain/shows/backstage";
import type { Sql } from "@/lib/server/postgres/sql";
import { episodePartsSql } from "@/lib/server/queries/shows/episode-parts";
import type { DoorLockedRoom } from "./lock-rooms";

const PARTS_SQL = `
SELECT t.room_id AS "roomId", t.person_id AS "personId", t.part, s.id IS NOT NULL AS here
FROM (${episodePartsSql("$1::uuid[]")}) t
LEFT JOIN seat s ON s.room_id = t.room_id AND s.person_id = t.person_id AND s.closed_at IS NULL`;

type PartRow = { roomId: RoomId; personId: PersonId; part: EpisodePart; here: boolean };

/** Who somebody is for a planned room; null for its audience. */
export type Parts = (roomId: RoomId, personId: PersonId) => EpisodePart | null;

/**
 * The teams of the planned rooms among those that are wanted, read once for all who arrive. Each room notes the places that it keeps
 * for those who are not there yet, beside its reserve. Asks Postgres nothing where none was planned.
 */
export async function readParts(
  sql: Sql,
  wanted: readonly RoomId[],
  rooms: ReadonlyMap<RoomId, DoorLockedRoom>,
): Promise<Parts> {
  const planned = wanted.filter((id) => rooms.get(id)?.planned && rooms.get(id)?.status !== "ended");
  if (planned.length === 0) return () => null;
  const rows = await sql.rows<PartRow>("door-parts", PARTS_SQL, [planned]);
  const parts = new Map<string, PartRow>();
  for (const row of rows) {
    const name = `${row.roomId} ${row.personId}`;
    const before = parts.get(name);
    if (!before || EPISODE_PARTS.indexOf(row.part) < EPISODE_PARTS.indexOf(before.part)) parts.set(name, row);
  }
  const awaited = new Map<RoomId, number>();
  for (const { roomId, here } of parts.values()) if (!here) awaited.set(roomId, (awaited.get(roomId) ?? 0) + 1);
  for (const [roomId, people] of awaited) {
    const room = rooms.get(roomId);
    if (room)
      room.keptSeats = (room.keptSeats ?? 0) + Math.max(0, people - Math.max(0, room.reserve - room.stageSeats));
  }
  return (roomId, personId) => parts.get(`${roomId} ${personId}`)?.part ?? null;
}
