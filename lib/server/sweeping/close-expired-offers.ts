import type { PersonId } from "@/lib/domain/ids";
import { db } from "@/lib/server/db";
import { inTransaction } from "@/lib/server/in-transaction";
import { closeOffer } from "@/lib/server/offers";
import { writeRoomEvents } from "@/lib/server/write-room-events";

const MAX_AT_ONCE = 200;

/** Closes invitations to the stage that nobody answered in time, each with its event. */
export async function closeExpiredOffers(now: Date): Promise<void> {
  const expired = await db().offer.findMany({
    where: { closedAt: null, expiresAt: { lte: now } },
    select: { id: true, roomId: true, personId: true },
    orderBy: { expiresAt: "asc" },
    take: MAX_AT_ONCE,
  });
  for (const { id, roomId, personId } of expired) {
    await inTransaction(async (tx) => {
      const closing = { offerId: id, personId: personId as PersonId, outcome: "expired", now } as const;
      const events = await closeOffer(tx, closing);
      if (events.length > 0) await writeRoomEvents(tx, roomId, null, events);
    });
  }
}
