import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { closeSeatOffer } from "@/lib/server/seats/seat-offers";

const MAX_AT_ONCE = 500;

/** Closes the offers of seats in other halls that nobody took in time, each with its event. */
export async function closeSeatOffers(now: Date): Promise<void> {
  const expired = await db().seatOffer.findMany({
    where: { closedAt: null, expiresAt: { lte: now } },
    select: { id: true, fromRoomId: true, personId: true },
    orderBy: { expiresAt: "asc" },
    take: MAX_AT_ONCE,
  });
  for (const { id, fromRoomId, personId } of expired) {
    await inTransaction(async (tx) => {
      const events = await closeSeatOffer(tx, { offerId: id, personId, outcome: "expired", now });
      if (events.length > 0) await writeRoomEvents(tx, fromRoomId, null, events);
    });
  }
}
