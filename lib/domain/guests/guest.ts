import type { RoomStatus } from "@/lib/domain/rooms/room";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

export const GUEST_STATES = ["invited", "accepted", "declined", "revoked"] as const;
/** Where an invitation stands. */
type GuestState = (typeof GUEST_STATES)[number];

/** So many guests one episode announces. Revoked ones do not count. */
export const MAX_GUESTS = 30;

/** The longest that a host says of a guest in public. */
export const MAX_GUEST_WORDS = 300;

export const GUEST_STEPS = [
  "invited",
  "mailed",
  "not_mailed",
  "edited",
  "replaced",
  "accepted",
  "declined",
  "claimed",
  "claim_allowed",
  "claim_refused",
  "revoked",
] as const;
/** What happened with an invitation, for its hosts. */
export type GuestStepKind = (typeof GUEST_STEPS)[number];

/** An invitation as its link's rule sees it. `personId`: whose it is, once that is known. */
export type Invitation = {
  state: GuestState;
  personId: string | null;
  claimedById: string | null;
  accountNeeded: boolean;
  /** The link that is shown was replaced by another. */
  replaced: boolean;
  room: RoomStatus;
};

/** Whoever opens the link; null for a browser that nobody is known in. */
export type Bearer = { id: string; kind: "member" | "guest" } | null;

/**
 * What a guest's link is to the browser that opens it. `open`: it may be answered. `mine`: this person has answered it. `sign_in`: only
 * somebody with an account answers. `for_another`: it belongs to another account. `elsewhere`: somebody answered it
 * in another browser, so that it is asked whether this is them. `claimed`: this person said so, and the hosts have not answered.
 */
export type LinkStanding =
  | "revoked"
  | "replaced"
  | "over"
  | "sign_in"
  | "for_another"
  | "elsewhere"
  | "claimed"
  | "open"
  | "mine";

export function standingOfLink(invitation: Invitation, bearer: Bearer): LinkStanding {
  const { state, personId, claimedById, accountNeeded, replaced, room } = invitation;
  if (state === "revoked") return "revoked";
  if (room === "ended") return "over";
  // Whose it is already needs no newer link.
  if (personId !== null && bearer?.id === personId) return state === "invited" ? "open" : "mine";
  if (replaced) return "replaced";
  if (personId !== null && accountNeeded) return bearer?.kind === "member" ? "for_another" : "sign_in";
  if (personId !== null) return bearer !== null && bearer.id === claimedById ? "claimed" : "elsewhere";
  return accountNeeded && bearer?.kind !== "member" ? "sign_in" : "open";
}

type AnswerRefusal = "link_spent" | "room_ended" | "members_only" | "not_allowed";

/** Whether a link may be answered by who shows it; `mine` where they may change their answer. */
export function answerInvitation(invitation: Invitation, bearer: Bearer): Ruling<"open" | "mine", AnswerRefusal> {
  const standing = standingOfLink(invitation, bearer);
  if (standing === "open" || standing === "mine") return granted(standing);
  if (standing === "revoked" || standing === "replaced") return refused("link_spent");
  if (standing === "over") return refused("room_ended");
  return refused(standing === "sign_in" ? "members_only" : "not_allowed");
}

/** Whether somebody may say that a link which was answered elsewhere is theirs; `done` where they have. */
export function claimInvitation(invitation: Invitation, bearer: Bearer): Ruling<"claim" | "done", AnswerRefusal> {
  const standing = standingOfLink(invitation, bearer);
  if (standing === "claimed" || standing === "mine") return granted("done");
  if (standing === "elsewhere") return granted("claim");
  if (standing === "over") return refused("room_ended");
  return refused(standing === "revoked" || standing === "replaced" ? "link_spent" : "not_allowed");
}
