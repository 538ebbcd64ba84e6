import type { PersonId } from "@/lib/domain/ids";
import { tellChatChanged } from "@/lib/server/notify/passing";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";

/** Makes the chats in which somebody wrote be read anew, once they are back: their messages stand in their old places. */
export async function renewMessagesOf(personId: PersonId): Promise<void> {
  const where = { personId, deletedAt: null };
  const rooms = await db().chatLine.findMany({ where, distinct: ["roomId"], select: { roomId: true } });
  for (const { roomId } of rooms) {
    await inTransaction(async (tx) => {
      await tx.$executeRaw`
        UPDATE chat_clock SET room_version = room_version + 1, moderators_version = moderators_version + 1
        WHERE room_id = ${roomId}::uuid`;
      await tellChatChanged(tx, roomId);
    });
  }
}
