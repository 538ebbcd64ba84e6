import type { PersonId, RoomId } from "@/lib/domain/ids";
import { endRooms } from "@/lib/server/acts/end-live-room";
import { tellEpisodeNews } from "@/lib/server/notify/tell-episode-news";
import type { Transaction } from "@/lib/server/postgres/db";
import { prismaSql } from "@/lib/server/postgres/sql";
import type { Told } from "./told";

/** `by`: null where nobody did, since nobody leads it. */
type CallingOff = { by: PersonId | null; reason: string; now: Date };

/**
 * Calls off an episode whose show and room the caller has locked, so that its show's rhythm makes no other in its place: a draft is left out of it.
 * An announced room that nobody planned just ends.
 */
export async function callOff(tx: Transaction, roomId: RoomId, calling: CallingOff): Promise<Told> {
  await tx.$executeRaw`
    UPDATE show sh SET left_out = array_append(sh.left_out, left(r.occurrence, 10))
    FROM room r JOIN episode e ON e.room_id = r.id
    WHERE r.id = ${roomId}::uuid AND e.published_at IS NULL AND sh.id = r.show_id AND r.occurrence IS NOT NULL`;
  return giveUp(tx, roomId, calling);
}

/**
 * Gives up an episode whose room the caller has locked: the room ends, and whoever wanted to come is told once. Its row stays, and is its
 * recurrence for as long as the rhythm names that. A draft, of which nobody knows, is deleted.
 */
export async function giveUp(tx: Transaction, roomId: RoomId, { by, reason, now }: CallingOff): Promise<Told> {
  const planned = await tx.episode.findUnique({ where: { roomId } });
  if (planned?.cancelledAt) return { rooms: [], placed: [] };
  if (planned && !planned.publishedAt) {
    await tx.room.delete({ where: { id: roomId } });
    return { rooms: [], placed: [] };
  }
  const ended = await endRooms(tx, roomId, { byId: by, now, line: reason });
  if (!planned) return ended;
  await tx.episode.update({
    where: { roomId },
    data: {
      ...{ cancelledAt: now, cancelledById: by, cancelReason: reason, changedAt: now },
      sequence: { increment: 1 },
    },
  });
  await tellEpisodeNews(prismaSql(tx), { roomId, kind: "cancelled" });
  return ended;
}
