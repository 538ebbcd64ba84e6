import { type RoomId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { defineCommand } from "@/lib/server/http/command";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { closeSeatOffer, openSeatOffer } from "@/lib/server/seats/seat-offers";
import { noInput, nothing } from "@/lib/wire/fields";

/** Declines the seat in another hall; the caller stays here. Declining an offer that is gone changes nothing. */
export const declineSeatOffer = defineCommand({
  who: "person",
  limit: "answersOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["not_found"],
  summary: "Decline the seat in another hall that I was offered",
  run: async ({ caller, params }) => {
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await visibleRoom(caller, roomId))) return refused("not_found");
    await inTransaction(async (tx) => {
      const offer = await openSeatOffer(tx, caller.id);
      if (offer?.fromRoomId !== roomId) return;
      const closing = { offerId: offer.id, personId: caller.id, outcome: "declined", now: new Date() } as const;
      const events = await closeSeatOffer(tx, closing);
      if (events.length > 0) await writeRoomEvents(tx, roomId, caller.id, events);
    });
    return granted(null);
  },
});
