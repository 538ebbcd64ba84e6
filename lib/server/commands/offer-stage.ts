import type { PersonId } from "@/lib/domain/ids";
import { isOpen, OFFER_TTL_MS, offerStage as rule } from "@/lib/domain/offer";
import { granted } from "@/lib/domain/ruling";
import { actInRoom } from "@/lib/server/act-in-room";
import { closeHand } from "@/lib/server/close-hand";
import type { Command } from "@/lib/server/http/command";
import { closeOffer, newestOffer } from "@/lib/server/offers";
import { faceOf } from "@/lib/server/stage-people";
import { noInput } from "@/lib/wire/inputs";
import type { OfferView } from "@/lib/wire/views";

/**
 * Invites a listener to the stage, and with it answers their raised hand. It moves nobody until they accept.
 * Where two moderators do it at once, both are answered with the one invitation.
 */
export const offerStage: Command<Record<string, never>, { offer: OfferView }, "member"> = {
  who: "member",
  input: noInput,
  summary: "Invite a listener to the stage",
  run: (ask) =>
    actInRoom(ask, async ({ tx, roomId, actor, targetId, target, now }) => {
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
        ? await closeOffer(tx, { offerId: newest.id, personId: targetId, outcome: "expired", now })
        : [];
      const answered = await closeHand(tx, {
        roomId,
        personId: targetId,
        outcome: "offered",
        byId: actor.personId,
        now,
      });
      const expiresAt = new Date(now.getTime() + OFFER_TTL_MS);
      const row = await tx.offer.create({
        data: { roomId, personId: targetId, offeredById: actor.personId, offeredAt: now, expiresAt },
        select: { id: true },
      });
      const offer = {
        id: row.id,
        offeredBy: await faceOf(tx, actor.personId),
        expiresAt: expiresAt.toISOString(),
      };
      const made = { audience: "person", toId: targetId, happening: { type: "offer_made", offer } } as const;
      const happening = { type: "offer_opened", offer: { ...offer, person: await faceOf(tx, targetId) } } as const;
      const opened = { audience: "moderators", happening } as const;
      return granted({ value: { offer }, events: [...expired, ...answered, made, opened] });
    }),
};
