import { type Actor, can } from "@/lib/domain/permissions";
import { isOnStage } from "@/lib/domain/roles";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** How long an invitation to the stage waits for its answer. Source: behaviours 16. */
export const OFFER_TTL_MS = 30_000;

/** How many invitations wait at once; more people than that are not called up in half a minute. */
const MAX_OPEN_OFFERS = 20;

/** Somebody's newest invitation to the stage; `outcome` is null until it is answered, withdrawn or closed as expired. */
export type NewestOffer = { outcome: "accepted" | "declined" | "withdrawn" | "expired" | null; expiresAt: Date };

/** Whether an invitation still waits for its answer. */
export const isOpen = (offer: NewestOffer | null, now: Date): boolean =>
  offer !== null && offer.outcome === null && offer.expiresAt > now;

/** `keep`: an open invitation is there already, perhaps another moderator's. Guests listen only (behaviours 3). */
export function offerStage(
  actor: Actor,
  target: (Actor & { kind: "member" | "guest" }) | null,
  newest: NewestOffer | null,
  openOffers: number,
  now: Date,
): Ruling<"offer" | "keep", "not_allowed" | "not_found" | "already_on_stage" | "offers_full"> {
  if (!target) return refused(can(actor, "offerStage") ? "not_found" : "not_allowed");
  if (!can(actor, "offerStage", target)) return refused("not_allowed");
  if (isOnStage(target.role)) return refused("already_on_stage");
  if (target.kind === "guest") return refused("not_allowed");
  if (isOpen(newest, now)) return granted("keep");
  return openOffers >= MAX_OPEN_OFFERS ? refused("offers_full") : granted("offer");
}

/** An invitation to the stage by a link for speakers: it waits without a clock, and is good for one way up. */
export type Standing = "open" | "used" | null;

/** `stay`: accepted before, and on stage since. `hasPlace`: whether one more fits on the stage, which a hall's own may not. */
export function acceptOffer(
  seat: Actor,
  newest: NewestOffer | null,
  now: Date,
  standing: Standing = null,
  hasPlace = true,
): Ruling<"come" | "stay", "no_offer" | "offer_expired" | "stage_full"> {
  const accepted = newest?.outcome === "accepted" || standing === "used";
  if (isOnStage(seat.role)) return accepted ? granted("stay") : refused("no_offer");
  if (!can(seat, "answerOffer")) return refused("no_offer");
  if (standing === "open" || isOpen(newest, now)) return hasPlace ? granted("come") : refused("stage_full");
  if (!newest) return refused("no_offer");
  const expired = newest.outcome === null || newest.outcome === "expired";
  return refused(expired ? "offer_expired" : "no_offer");
}

/** Saying no to what has expired is no mistake: the invitation is gone either way. */
export function declineOffer(newest: NewestOffer | null): Ruling<"decline" | "done", "no_offer"> {
  if (!newest || newest.outcome === "accepted") return refused("no_offer");
  return granted(newest.outcome === null ? "decline" : "done");
}

/** `done`: there is none open any more, or it was withdrawn already. */
export function withdrawOffer(
  actor: Actor,
  newest: NewestOffer | null,
): Ruling<"withdraw" | "done", "not_allowed" | "no_offer"> {
  if (!can(actor, "offerStage")) return refused("not_allowed");
  if (!newest || newest.outcome === "accepted") return refused("no_offer");
  return granted(newest.outcome === null ? "withdraw" : "done");
}
