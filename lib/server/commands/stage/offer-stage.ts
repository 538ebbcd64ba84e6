import type { PersonId } from "@/lib/domain/ids";
import { granted } from "@/lib/domain/ruling";
import { isOpen, OFFER_TTL_MS, offerStage as rule } from "@/lib/domain/stage/offer";
import { actInRoom, SCENE_REFUSALS } from "@/lib/server/acts/act-in-room";
import { closeHand } from "@/lib/server/hands/close-hand";
import { handAsksIn } from "@/lib/server/hands/hand-language";
import { defineCommand } from "@/lib/server/http/command";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import { familyPlace, lockOverflowSeat } from "@/lib/server/seats/family-seats";
import { closeOffer, newestOffer } from "@/lib/server/stage/offers";
import { faceOf } from "@/lib/server/stage/stage-people";
import { noInput } from "@/lib/wire/fields";
import { offerMade } from "@/lib/wire/stage/views";

/**
 * Invites a listener to the stage, also one in an overflow room of the main room, and answers their raised hand with it.
 * Nobody moves before they accept.
 * Two moderators who invite at once both get the one invitation as their answer.
 */
export const offerStage = defineCommand({
  who: "member",
  limit: "moderationOfPerson",
  input: noInput,
  output: offerMade,
  refusals: [...SCENE_REFUSALS, "already_on_stage", "not_allowed", "offers_full"],
  summary: "Invite a listener to the stage",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, targetId, target: here, now }) => {
      const { isOverflow, mainRoomId } = await familyPlace(tx, roomId);
      const elsewhere = here || isOverflow ? null : await lockOverflowSeat(tx, roomId, targetId);
      // Seen from the main room everyone in an overflow room is in the audience, whatever they are there.
      const target = here ?? (elsewhere && { ...elsewhere, role: "listener" as const });
      const newest = await newestOffer(tx, roomId, targetId);
      const openOffers = await tx.offer.count({ where: { roomId, closedAt: null, expiresAt: { gt: now } } });
      const ruling = rule(actor, target, newest, openOffers, now);
      if (!ruling.ok) return ruling;
      if (newest && isOpen(newest, now)) {
        const offeredBy = await faceOf(tx, newest.offeredById as PersonId);
        const offer = { id: newest.id, offeredBy, expiresAt: newest.expiresAt.toISOString() };
        return granted({ value: { offer } });
      }
      const expired = newest
        ? await closeOffer(tx, { offer: newest, personId: targetId, outcome: "expired", now })
        : [];
      // A hand asks for the stage that all hear; an invitation to a hall's own stage does not answer it.
      const byId = actor.personId;
      const asksIn = isOverflow ? null : await handAsksIn(tx, mainRoomId, targetId);
      const answered = isOverflow
        ? []
        : await closeHand(tx, { roomId, personId: targetId, outcome: "offered", byId, now });
      const expiresAt = new Date(now.getTime() + OFFER_TTL_MS);
      const row = await tx.offer.create({
        data: { roomId, personId: targetId, offeredById: actor.personId, offeredAt: now, expiresAt, asksIn },
        select: { id: true },
      });
      const offer = {
        id: row.id,
        offeredBy: await faceOf(tx, actor.personId),
        expiresAt: expiresAt.toISOString(),
      };
      const made: EventToWrite = { audience: "person", toId: targetId, happening: { type: "offer_made", offer } };
      const happening = { type: "offer_opened", offer: { ...offer, person: await faceOf(tx, targetId) } } as const;
      const opened = { audience: "moderators", happening } as const;
      const told = [
        { roomId: elsewhere?.roomId ?? roomId, event: made },
        { roomId, event: opened },
      ];
      return granted({ value: { offer }, placed: [...expired, ...answered, ...told] });
    }),
});
