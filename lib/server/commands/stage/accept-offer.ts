import { hasStagePlace } from "@/lib/domain/family/hall";
import { type PersonId, type RoomId, toId } from "@/lib/domain/ids";
import { granted } from "@/lib/domain/ruling";
import { isOpen, acceptOffer as rule } from "@/lib/domain/stage/offer";
import { ensureMediaRoom } from "@/lib/media/api";
import { mediaUrl } from "@/lib/media/media-url";
import { mediaToken } from "@/lib/media/tokens";
import { actInRoom, type Deed, SCENE_REFUSALS, type Scene } from "@/lib/server/acts/act-in-room";
import { callUp } from "@/lib/server/acts/call-up";
import { closeHand } from "@/lib/server/hands/close-hand";
import { defineCommand } from "@/lib/server/http/command";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import type { EventToWrite } from "@/lib/server/notify/write-room-events";
import { db } from "@/lib/server/postgres/db";
import type { LockedSeat } from "@/lib/server/seats/lock-seats";
import { stageOfHall } from "@/lib/server/seats/stage-of-hall";
import { closeOffer, newestToAnswer, type StageOffer } from "@/lib/server/stage/offers";
import { onStage } from "@/lib/server/stage/stage-people";
import { standingInvitation } from "@/lib/server/stage/standing-invitation";
import { noInput } from "@/lib/wire/fields";
import type { MediaPass, SeatView } from "@/lib/wire/seats/views";
import { onStageAnswer } from "@/lib/wire/stage/views";

type Risen = { seat: SeatView; media: MediaPass };

/** The seat that came on stage, and where that is. */
type OnStage = { seat: LockedSeat; roomId: RoomId };

/**
 * Comes on stage; from an overflow room to its main room's, where the answer's seat is. Nobody has taken the microphone
 * away, but the browser publishes it muted and the person opens it themselves. Answered once LiveKit lets them publish; the
 * fresh media pass is for whoever has to connect anew.
 */
export const acceptOffer = defineCommand({
  who: "member",
  limit: "answersOfPerson",
  input: noInput,
  output: onStageAnswer,
  refusals: [...SCENE_REFUSALS, "banned", "no_offer", "offer_expired", "room_full", "stage_full"],
  summary: "Accept my invitation to the stage",
  run: async (ask) => {
    const ruling = await actInRoom(
      ask,
      async (scene) => {
        const { tx, roomId, actor, now } = scene;
        const newest = await newestToAnswer(tx, roomId, actor.personId);
        const isCall = newest !== null && newest.roomId !== roomId;
        const standing = isCall ? null : await standingInvitation(tx, roomId, actor.personId);
        const hasPlace = isCall || hasStagePlace(await stageOfHall(tx, roomId));
        // To the main stage they come from the audience, whatever they are in their own hall.
        const ruled = rule(isCall ? { ...actor, role: "listener" } : actor, newest, now, standing, hasPlace);
        if (!ruled.ok) return ruled;
        if (isCall) return comeUp(scene, newest);
        if (ruled.value === "stay") return granted({ value: { seat: actor, roomId }, rights: givenTo(actor) });
        return rise(scene, newest && isOpen(newest, now) ? newest : null);
      },
      // Whoever locks all microphones silences the stage as it is: nobody may come up unseen meanwhile. Nor does anybody
      // else come up, so that the places on a hall's own stage are counted right.
      { holdsRoom: "alone", locks: await roomsOfCall(ask.params.roomId, ask.caller.id) },
    );
    if (!ruling.ok) return ruling;
    return granted(await risen(ruling.value));
  },
});

/** The two rooms that a call to the main stage moves somebody between; none where no such call is open. */
async function roomsOfCall(asked: string | undefined, personId: PersonId): Promise<RoomId[]> {
  const roomId = toId<RoomId>(asked);
  const room = roomId && (await db().room.findUnique({ where: { id: roomId }, select: { mainRoomId: true } }));
  if (!roomId || !room?.mainRoomId) return [];
  const call = await db().offer.findFirst({
    where: { roomId: room.mainRoomId, personId, closedAt: null },
    select: { id: true },
  });
  return call ? [roomId, room.mainRoomId as RoomId] : [];
}

/** From an overflow room. LiveKit lets them publish in the main room as soon as they connect there. */
async function comeUp(scene: Scene, offer: StageOffer) {
  const { tx, roomId, actor, now } = scene;
  const { personId } = actor;
  const called = await closeHand(tx, { roomId, personId, outcome: "offered", byId: personId, now });
  const closed = await closeOffer(tx, { offer, personId, outcome: "accepted", now });
  const ruling = await callUp(scene, offer.roomId);
  if (!ruling.ok) return ruling;
  const { seat, placed } = ruling.value;
  ringHallway([offer.roomId, roomId]);
  const value = { seat, roomId: offer.roomId };
  // Out of their own hall's stage at once: it is not theirs any more.
  const rights = actor.role === "listener" ? undefined : givenTo(actor);
  return granted({ value, placed: [...called, ...closed, ...placed], rights });
}

/** Under the lock of all microphones one comes up as silent as everybody else is. */
async function rise(scene: Scene, offer: StageOffer | null): Promise<{ ok: true; value: Deed<OnStage> }> {
  const { tx, roomId, actor, now } = scene;
  const closed = await closeWhatAsked(scene, offer);
  const { microphonesLockedAt } = await tx.room.findUniqueOrThrow({
    where: { id: roomId },
    select: { microphonesLockedAt: true },
  });
  const muted = microphonesLockedAt !== null;
  await tx.seat.update({
    where: { id: actor.id },
    data: { role: "speaker", stageSince: now, mutedAt: muted ? now : null, mutedById: null, version: { increment: 1 } },
  });
  const person = { ...(await onStage(tx, actor.personId, "speaker", now)), muted };
  const joined: EventToWrite = { audience: "everyone", happening: { type: "stage_joined", person } };
  const seat = { ...actor, role: "speaker" as const, muted };
  return granted({ value: { seat, roomId }, rights: givenTo(actor), events: [joined], placed: closed });
}

/** The offer that was accepted, else the standing invitation; and the hand, where one is still up. */
async function closeWhatAsked({ tx, roomId, actor, now }: Scene, offer: StageOffer | null): Promise<PlacedEvent[]> {
  const { personId } = actor;
  if (offer) return closeOffer(tx, { offer, personId, outcome: "accepted", now });
  await tx.invitation.update({ where: { roomId_personId: { roomId, personId } }, data: { risenAt: now } });
  return closeHand(tx, { roomId, personId, outcome: "offered", byId: personId, now });
}

const givenTo = ({ personId }: LockedSeat) => ({ change: "given", of: personId }) as const;

async function risen({ seat, roomId }: OnStage): Promise<Risen> {
  const { id, personId, role, muted, openedAt } = seat;
  const room = await db().room.findUniqueOrThrow({ where: { id: roomId }, select: { capacity: true } });
  await ensureMediaRoom(roomId, room.capacity);
  const token = await mediaToken({ roomId, personId, role, muted });
  return {
    seat: { id, roomId, personId, role, muted, openedAt: openedAt.toISOString() },
    media: { url: mediaUrl(), token },
  };
}
