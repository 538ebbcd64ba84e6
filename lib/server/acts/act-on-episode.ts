import { type PersonId, type RoomId, type ShowId, toId } from "@/lib/domain/ids";
import { type Ruling, refused } from "@/lib/domain/ruling";
import type { ShowRole } from "@/lib/domain/shows/show";
import type { Caller } from "@/lib/server/callers/caller";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { episodeRoleSql } from "@/lib/server/queries/shows/episode-role";
import { type LockedRoom, lockRoom } from "@/lib/server/seats/lock-room";

/** A planned room that the caller sees, its row locked, and what they are for it. `room.status` may be any. */
export type EpisodeScene = {
  tx: Transaction;
  roomId: RoomId;
  room: LockedRoom;
  showId: ShowId | null;
  scheduledFor: Date | null;
  /** Null for whoever leads it not. */
  actor: { personId: PersonId; role: ShowRole | null };
  now: Date;
};

type EpisodeAsk = { caller: Caller; params: Readonly<Record<string, string>> };

const EPISODE_SQL = `
SELECT r.show_id AS "showId", r.scheduled_for AS "scheduledFor", ${episodeRoleSql("$1::uuid")} AS role
FROM room r JOIN episode e ON e.room_id = r.id WHERE r.id = $2::uuid`;

type EpisodeRow = { showId: ShowId | null; scheduledFor: Date | null; role: ShowRole | null };

/**
 * One act on the episode whose room the path names, in one transaction. `not_found` for a room that the caller may not know of, and for
 * one that nobody planned. `alsoLocks` its show, before the room, where the act changes more of it: show → rooms by id.
 */
export async function actOnEpisode<Value, Refusal extends string = never>(
  { caller, params }: EpisodeAsk,
  act: (scene: EpisodeScene) => Promise<Ruling<Value, Refusal>>,
  { alsoLocks }: { alsoLocks?: "show" } = {},
): Promise<Ruling<Value, Refusal | "not_found">> {
  const roomId = toId<RoomId>(params.roomId);
  if (!roomId || !(await visibleRoom(caller, roomId))) return refused("not_found");
  return inTransaction(async (tx) => {
    if (alsoLocks) {
      await tx.$queryRaw`SELECT FROM show WHERE id = (SELECT show_id FROM room WHERE id = ${roomId}::uuid) FOR UPDATE`;
    }
    const room = await lockRoom(tx, roomId);
    const [episode] = await tx.$queryRawUnsafe<EpisodeRow[]>(EPISODE_SQL, caller.id, roomId);
    if (!room || !episode) return refused("not_found");
    const { showId, scheduledFor, role } = episode;
    return act({ tx, roomId, room, showId, scheduledFor, actor: { personId: caller.id, role }, now: new Date() });
  });
}
