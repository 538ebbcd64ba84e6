import type { PersonId, RoomId } from "@/lib/domain/ids";
import { db, type Transaction } from "@/lib/server/postgres/db";
import type { ChatStanding } from "@/lib/wire/chat/views";

/** What decides, besides role and mode, whether this person may write in the room's chat. */
export async function chatStanding(
  roomId: RoomId,
  personId: PersonId,
  tx: Pick<Transaction, "$queryRaw"> = db(),
): Promise<ChatStanding> {
  const [standing] = await tx.$queryRaw<ChatStanding[]>`
    SELECT
      EXISTS (SELECT FROM chat_ban b WHERE b.room_id = ${roomId}::uuid AND b.person_id = ${personId}::uuid
        AND b.lifted_at IS NULL) AS removed,
      EXISTS (SELECT FROM seat s JOIN follow f ON f.followee_id = s.person_id AND f.follower_id = ${personId}::uuid
        WHERE s.room_id = ${roomId}::uuid AND s.closed_at IS NULL AND s.role IN ('host', 'moderator')) AS "followsLeader",
      (SELECT (extract(epoch FROM clock_timestamp() - max(l.written_at)) * 1000)::int FROM chat_line l
        WHERE l.room_id = ${roomId}::uuid AND l.person_id = ${personId}::uuid AND l.channel = 'room'
          AND l.written_at > now() - interval '1 hour') AS "sinceLastMs"`;
  return standing ?? { removed: false, followsLeader: false, sinceLastMs: null };
}
