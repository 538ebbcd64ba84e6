import { mayInFamily } from "@/lib/domain/family/hall";
import { sendToHall as rule } from "@/lib/domain/family/seat-offer";
import type { RoomId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { actInRoom, type Effect, SCENE_REFUSALS, type Scene } from "@/lib/server/acts/act-in-room";
import { defineCommand } from "@/lib/server/http/command";
import { closeSeatOffer, makeSeatOffers, openSeatOffer } from "@/lib/server/seats/seat-offers";
import { sendInput } from "@/lib/wire/family/inputs";
import type { SendAnswer } from "@/lib/wire/family/views";
import { sendAnswer } from "@/lib/wire/family/views";

/**
 * Offers a person of the family a seat in one of its halls, say an interpreter where they are needed. It moves nobody until
 * they take it. An open offer elsewhere is withdrawn.
 */
export const sendToHall = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: sendInput,
  output: sendAnswer,
  refusals: [...SCENE_REFUSALS, "already_on_stage", "not_allowed", "room_full"],
  summary: "Offer somebody a seat in a hall of the family",
  run: (ask) => actInRoom(ask, (scene) => send(scene, ask.input.roomId), { locks: "halls" }),
});

type Sent = Ruling<Effect<SendAnswer>, "not_allowed" | "not_found" | "already_on_stage" | "room_full">;

async function send(scene: Scene, wanted: string): Promise<Sent> {
  const { tx, roomId: mainRoomId, halls, actor, targetId: personId, now } = scene;
  const room = await tx.room.findUniqueOrThrow({ where: { id: mainRoomId }, select: { mainRoomId: true } });
  if (!mayInFamily(actor, "sendToHall", room)) return refused("not_allowed");
  const where = { personId, closedAt: null, roomId: { in: halls.map(({ id }) => id) } };
  const seat = await tx.seat.findFirst({ where, select: { roomId: true, role: true } });
  const before = await openSeatOffer(tx, personId);
  const valid = before !== null && before.expiresAt > now;
  const hall = halls.find(({ id }) => id === wanted) ?? null;
  const ruling = rule(seat && { ...seat, offeredIn: valid ? before.roomId : null }, hall);
  if (!ruling.ok) return ruling;
  if (ruling.value === "there" || !hall || !seat) return granted({ value: { offer: null } });
  if (ruling.value === "keep" && before) {
    const kept = { id: hall.id, number: hall.number };
    return granted({ value: { offer: { id: before.id, hall: kept, expiresAt: before.expiresAt.toISOString() } } });
  }
  const outcome = valid ? "withdrawn" : "expired";
  const closed = before ? await closeSeatOffer(tx, { offerId: before.id, personId, outcome, now }) : [];
  const fromRoomId = seat.roomId as RoomId;
  const [made] = await makeSeatOffers(tx, hall, [{ personId, fromRoomId }], now);
  if (!made) throw new Error("an offer was made to nobody");
  const logged = { type: "sent_to_hall", personId, hall: hall.number } as const;
  return granted({
    value: { offer: made.offer },
    placed: [
      ...[...closed, made.event].map((event) => ({ roomId: fromRoomId, event })),
      { roomId: mainRoomId, event: { audience: "moderators", happening: logged } as const },
    ],
  });
}
