import { mayInFamily } from "@/lib/domain/family/hall";
import { granted, refused } from "@/lib/domain/ruling";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import { closeSeatOffer, openSeatOffer } from "@/lib/server/seats/seat-offers";
import { noInput, nothing } from "@/lib/wire/fields";

/** Withdraws the seat that a person of the family was offered. Changes nothing where no offer is open. */
export const withdrawSeatOffer = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: nothing,
  refusals: [...SCENE_REFUSALS, "not_allowed"],
  summary: "Take back a seat that somebody was offered",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, targetId, now }) => {
      const room = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { mainRoomId: true } });
      if (!mayInFamily(actor, "sendToHall", room)) return refused("not_allowed");
      const offer = await openSeatOffer(tx, targetId);
      const family = { OR: [{ id: roomId }, { mainRoomId: roomId }] };
      const ours = offer && (await tx.room.count({ where: { id: offer.fromRoomId, ...family } })) > 0;
      if (!offer || !ours) return granted({ value: null });
      const closing = { offerId: offer.id, personId: targetId, outcome: "withdrawn", now } as const;
      const events = await closeSeatOffer(tx, closing);
      if (events.length > 0) await writeRoomEvents(tx, offer.fromRoomId, actor.personId, events);
      return granted({ value: null });
    }),
});
