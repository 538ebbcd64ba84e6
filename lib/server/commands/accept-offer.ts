import { hasStagePlace } from "@/lib/domain/hall";
import type { PersonId } from "@/lib/domain/ids";
import { isOpen, acceptOffer as rule } from "@/lib/domain/offer";
import { granted } from "@/lib/domain/ruling";
import { mediaUrl } from "@/lib/media/media-url";
import { mediaToken } from "@/lib/media/tokens";
import { actInRoom, type Scene } from "@/lib/server/act-in-room";
import { closeHand } from "@/lib/server/close-hand";
import type { Command } from "@/lib/server/http/command";
import type { LockedSeat } from "@/lib/server/lock-seats";
import { closeOffer, newestOffer } from "@/lib/server/offers";
import { stageOfHall } from "@/lib/server/stage-of-hall";
import { onStage } from "@/lib/server/stage-people";
import { standingInvitation } from "@/lib/server/standing-invitation";
import type { EventToWrite } from "@/lib/server/write-room-events";
import { noInput } from "@/lib/wire/inputs";
import type { MediaPass, SeatView } from "@/lib/wire/views";

type Risen = { seat: SeatView; media: MediaPass };

/**
 * Comes on stage. Nobody has taken the microphone away, but the browser publishes it muted and the person opens it
 * themselves. Answered once LiveKit lets them publish; the fresh media pass is for whoever has to connect anew.
 */
export const acceptOffer: Command<Record<string, never>, Risen, "member"> = {
  who: "member",
  input: noInput,
  summary: "Accept my invitation to the stage",
  run: async (ask) => {
    const ruling = await actInRoom(
      ask,
      async (scene) => {
        const { tx, roomId, actor, now } = scene;
        const newest = await newestOffer(tx, roomId, actor.personId);
        const standing = await standingInvitation(tx, roomId, actor.personId);
        const hasPlace = hasStagePlace(await stageOfHall(tx, roomId));
        const ruled = rule(actor, newest, now, standing, hasPlace);
        if (!ruled.ok) return ruled;
        const rights = { change: "given", of: actor.personId } as const;
        if (ruled.value === "stay") return granted({ value: actor, rights });
        const closed = await closeWhatAsked(scene, newest && isOpen(newest, now) ? newest.id : null);
        const { microphonesLockedAt: locked } = await tx.room.findUniqueOrThrow({
          where: { id: roomId },
          select: { microphonesLockedAt: true },
        });
        const joined = await rise(scene, locked !== null);
        return granted({
          value: { ...actor, role: "speaker" as const, muted: locked !== null },
          rights,
          events: [joined, ...closed],
        });
      },
      // Whoever locks all microphones silences the stage as it is: nobody may come up unseen meanwhile. Nor does anybody
      // else come up, so that the places on a hall's own stage are counted right.
      { holdsRoom: "alone" },
    );
    if (!ruling.ok) return ruling;
    return granted(await risen(ask.params.roomId as string, ruling.value));
  },
};

/** The offer that was accepted, else the standing invitation; and the hand, where one is still up. */
async function closeWhatAsked({ tx, roomId, actor, now }: Scene, offerId: string | null): Promise<EventToWrite[]> {
  const { personId } = actor;
  if (offerId) return closeOffer(tx, { offerId, personId, outcome: "accepted", now });
  await tx.invitation.update({ where: { roomId_personId: { roomId, personId } }, data: { risenAt: now } });
  return closeHand(tx, { roomId, personId: personId as PersonId, outcome: "offered", byId: personId as PersonId, now });
}

/** Under the lock of all microphones one comes up as silent as everybody else is. */
async function rise({ tx, actor, now }: Scene, muted: boolean): Promise<EventToWrite> {
  await tx.seat.update({
    where: { id: actor.id },
    data: { role: "speaker", stageSince: now, mutedAt: muted ? now : null, mutedById: null, version: { increment: 1 } },
  });
  const person = await onStage(tx, actor.personId as PersonId, "speaker", now);
  return { audience: "everyone", happening: { type: "stage_joined", person: { ...person, muted } } };
}

async function risen(roomId: string, { id, personId, role, muted, openedAt }: LockedSeat): Promise<Risen> {
  const token = await mediaToken({ roomId, personId, role, muted });
  const seat = { id, roomId, personId, role, muted, openedAt: openedAt.toISOString() };
  return { seat, media: { url: mediaUrl(), token } };
}
