import { granted } from "@/lib/domain/ruling";
import { acceptOffer as rule } from "@/lib/domain/stage/offer";
import type { Scene } from "@/lib/server/acts/act-in-room";
import { callUp } from "@/lib/server/acts/call-up";
import { closeHand } from "@/lib/server/hands/close-hand";
import { closeOffer, type StageOffer } from "@/lib/server/stage/offers";

/**
 * Brings the caller from an overflow room to the stage of its main room, which called them. The scene has locked both rooms.
 * LiveKit lets them publish in the main room as soon as they connect there.
 */
export async function acceptCall(scene: Scene, offer: StageOffer) {
  const { tx, roomId, actor, now } = scene;
  const { personId } = actor;
  // To the main stage they come from the audience, whatever they are in their own hall.
  const ruled = rule({ ...actor, role: "listener" }, offer, now);
  if (!ruled.ok) return ruled;
  const called = await closeHand(tx, { roomId, personId, outcome: "offered", byId: personId, now });
  const closed = await closeOffer(tx, { offer, personId, outcome: "accepted", now });
  const up = await callUp(scene, offer.roomId, offer.asksIn);
  if (!up.ok) return up;
  const { seat, placed } = up.value;
  return granted({
    value: seat,
    placed: [...called, ...closed, ...placed],
    changed: [offer.roomId, roomId],
    // Out of their own hall's stage at once: it is not theirs any more.
    rights: actor.role === "listener" ? undefined : ({ change: "given", of: personId } as const),
  });
}
