import { hasStagePlace } from "@/lib/domain/family/hall";
import type { RoomId } from "@/lib/domain/ids";
import { granted } from "@/lib/domain/ruling";
import { isOpen, acceptOffer as rule, type Standing } from "@/lib/domain/stage/offer";
import { ensureMediaRoom } from "@/lib/media/api";
import { actInRoom, type Effect, SCENE_REFUSALS, type Scene } from "@/lib/server/acts/act-in-room";
import type { Asked } from "@/lib/server/acts/lock-scene";
import { closeHand } from "@/lib/server/hands/close-hand";
import { defineCommand } from "@/lib/server/http/command";
import type { PlacedEvent } from "@/lib/server/notify/placed-events";
import { tellGoingLive } from "@/lib/server/notify/tell-going-live";
import { db, type Transaction } from "@/lib/server/postgres/db";
import type { SeatSeen } from "@/lib/server/queries/rooms/seat-view";
import { giveRole } from "@/lib/server/seats/give-role";
import { comesUpMuted } from "@/lib/server/seats/microphones";
import { seatPass } from "@/lib/server/seats/seat-pass";
import { stageJoined } from "@/lib/server/seats/stage-joined";
import { stageOfHall } from "@/lib/server/seats/stage-of-hall";
import { closeOffer, newestToAnswer, type StageOffer } from "@/lib/server/stage/offers";
import { noInput } from "@/lib/wire/fields";
import { onStageAnswer } from "@/lib/wire/stage/views";
import { acceptCall } from "./accept-call";

/**
 * Brings the caller on stage. Where the main room called them out of an overflow room, that is the main room's stage and the
 * answered seat is there. The browser publishes the microphone muted; the person opens it themselves. Answers once LiveKit
 * lets them publish, with a fresh media pass for a caller who has to connect anew.
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
        const newest = await newestToAnswer(scene.tx, scene.roomId, scene.actor.personId);
        const came =
          newest && newest.roomId !== scene.roomId ? await acceptCall(scene, newest) : await acceptHere(scene, newest);
        if (came.ok) {
          const { personId, roomId } = came.value.value;
          await tellGoingLive(scene.sql, { personId, roomId, kind: "speaking" });
        }
        return came;
      },
      // The act that locks all microphones mutes the stage as it is: nobody may come up unseen meanwhile. Nobody else comes
      // up either, so that the places on a hall's own stage are counted right.
      { locks: "room", alsoLocks: mainRoomOf },
    );
    if (!ruling.ok) return ruling;
    const { roomId } = ruling.value;
    const room = await db().room.findUniqueOrThrow({ where: { id: roomId }, select: { capacity: true } });
    await ensureMediaRoom(roomId, room.capacity);
    return granted(await seatPass(ruling.value));
  },
});

/** It may be the main stage that calls. */
async function mainRoomOf(tx: Transaction, { roomId }: Asked): Promise<RoomId[]> {
  const room = await tx.room.findUnique({ where: { id: roomId }, select: { mainRoomId: true } });
  return room?.mainRoomId ? [room.mainRoomId as RoomId] : [];
}

/** On the stage of the room that they sit in. */
async function acceptHere(scene: Scene, newest: StageOffer | null) {
  const { tx, roomId, actor, now } = scene;
  const standing = await standingInvitation(tx, roomId, actor.personId);
  const ruled = rule(actor, newest, now, standing, hasStagePlace(await stageOfHall(tx, roomId)));
  if (!ruled.ok) return ruled;
  if (ruled.value === "come") return granted(await comeOnStage(scene, newest && isOpen(newest, now) ? newest : null));
  const rights = { change: "given", of: actor.personId } as const;
  return granted({ value: { ...actor, roomId }, rights });
}

/** Where all microphones are locked, or the room is recorded, people come on stage muted. */
async function comeOnStage(scene: Scene, offer: StageOffer | null): Promise<Effect<SeatSeen>> {
  const { sql, roomId, actor, now } = scene;
  const placed = await closeWhatAsked(scene, offer);
  const asksIn = offer?.asksIn ?? null;
  const seat = await giveRole(sql, actor, "speaker", { muted: await comesUpMuted(sql, roomId), asksIn });
  const up = { ...actor, ...seat, roomId };
  const joined = await stageJoined(sql, [{ ...up, stageSince: seat.stageSince ?? now, asksIn }]);
  return {
    value: up,
    rights: { change: "given", of: actor.personId },
    events: joined.map(({ event }) => event),
    placed,
  };
}

/** The offer that was accepted, else the standing invitation; and the hand, where one is still up. */
async function closeWhatAsked({ tx, roomId, actor, now }: Scene, offer: StageOffer | null): Promise<PlacedEvent[]> {
  const { personId } = actor;
  if (offer) return closeOffer(tx, { offer, personId, outcome: "accepted", now });
  await tx.invitation.update({ where: { roomId_personId: { roomId, personId } }, data: { risenAt: now } });
  return closeHand(tx, { roomId, personId, outcome: "offered", byId: personId, now });
}

/** Answers how the actor's invitation to the stage by a link for speakers stands. Locks its row, so that it is not taken up twice. */
async function standingInvitation(tx: Transaction, roomId: RoomId, personId: string): Promise<Standing> {
  const [invitation] = await tx.$queryRaw<{ risen: boolean }[]>`
    SELECT risen_at IS NOT NULL AS risen FROM invitation
    WHERE room_id = ${roomId}::uuid AND person_id = ${personId}::uuid AND role = 'speaker' FOR UPDATE`;
  if (!invitation) return null;
  return invitation.risen ? "used" : "open";
}
