import type { PersonId, RoomId } from "@/lib/domain/ids";
import { writePlacedEvents } from "@/lib/server/notify/placed-events";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { closeOffer } from "@/lib/server/stage/offers";

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
      const offer = { id, roomId: roomId as RoomId };
      const told = await closeOffer(tx, { offer, personId: personId as PersonId, outcome: "expired", now });
      await writePlacedEvents(tx, null, told);
    });
  }
}
