import { mayInFamily } from "@/lib/domain/family/hall";
import { sendToHall as rule } from "@/lib/domain/family/seat-offer";
import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { SCENE_REFUSALS, whyNoSeat } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { writeRoomEvents } from "@/lib/server/notify/write-room-events";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { type LockedHall, lockHalls } from "@/lib/server/seats/lock-halls";
import { lockSeats } from "@/lib/server/seats/lock-seats";
import { closeSeatOffer, makeSeatOffers, openSeatOffer } from "@/lib/server/seats/seat-offers";
import { sendInput } from "@/lib/wire/family/inputs";
import type { SendAnswer } from "@/lib/wire/family/views";
import { sendAnswer } from "@/lib/wire/family/views";

/**
 * Offers somebody of the family a seat in a hall of it, say an interpreter where they are needed. It moves nobody until
 * they take it; one that they were offered elsewhere is taken back.
 */
export const sendToHall = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: sendInput,
  output: sendAnswer,
  refusals: [...SCENE_REFUSALS, "already_on_stage", "not_allowed", "room_full"],
  summary: "Offer somebody a seat in a hall of the family",
  run: async ({ caller, params, input }) => {
    const roomId = toId<RoomId>(params.roomId);
    const personId = toId<PersonId>(params.personId);
    if (!roomId || !personId) return refused("not_found");
    const ruling = await inTransaction(async (tx) => {
      const halls = await lockHalls(tx, roomId);
      const actor = (await lockSeats(tx, roomId, [caller.id])).get(caller.id);
      if (!actor) return null;
      const room = await tx.room.findUniqueOrThrow({ where: { id: roomId }, select: { mainRoomId: true } });
      if (!mayInFamily(actor, "sendToHall", room)) return refused("not_allowed");
      return send(tx, { mainRoomId: roomId, halls, actorId: caller.id, personId, wanted: input.roomId });
    });
    return ruling ?? refused(await whyNoSeat(caller, roomId));
  },
});

type Sending = { mainRoomId: RoomId; halls: LockedHall[]; actorId: PersonId; personId: PersonId; wanted: string };

async function send(
  tx: Transaction,
  { mainRoomId, halls, actorId, personId, wanted }: Sending,
): Promise<Ruling<SendAnswer, "not_found" | "already_on_stage" | "room_full">> {
  const now = new Date();
  const where = { personId, closedAt: null, roomId: { in: halls.map(({ id }) => id) } };
  const seat = await tx.seat.findFirst({ where, select: { roomId: true, role: true } });
  const before = await openSeatOffer(tx, personId);
  const valid = before !== null && before.expiresAt > now;
  const hall = halls.find(({ id }) => id === wanted) ?? null;
  const ruling = rule(seat && { ...seat, offeredIn: valid ? before.roomId : null }, hall);
  if (!ruling.ok) return ruling;
  if (ruling.value === "there" || !hall || !seat) return granted({ offer: null });
  if (ruling.value === "keep" && before) {
    const kept = { id: hall.id, number: hall.number };
    return granted({ offer: { id: before.id, hall: kept, expiresAt: before.expiresAt.toISOString() } });
  }
  const outcome = valid ? "withdrawn" : "expired";
  const closed = before ? await closeSeatOffer(tx, { offerId: before.id, personId, outcome, now }) : [];
  const fromRoomId = seat.roomId as RoomId;
  const [made] = await makeSeatOffers(tx, hall, [{ personId, fromRoomId }], now);
  if (!made) throw new Error("an offer was made to nobody");
  const logged = {
    audience: "moderators",
    happening: { type: "sent_to_hall", personId, hall: hall.number },
  } as const;
  const told = new Map([[fromRoomId, [...closed, made.event]]]);
  told.set(mainRoomId, [...(told.get(mainRoomId) ?? []), logged]);
  for (const [room, events] of [...told].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    await writeRoomEvents(tx, room, actorId, events);
  return granted({ offer: made.offer });
}
