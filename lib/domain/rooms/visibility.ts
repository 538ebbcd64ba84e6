import type { RoomKind } from "./room";

/**
 * What decides whether somebody may know of a room. Its family is the main room with its overflow rooms: whoever is let
 * into one of them is into the others, and they are all of the main room's kind.
 */
export type VisibilityFacts = {
  kind: RoomKind;
  isCreator: boolean;
  /** They hold an invitation to the main room. */
  invitedToFamily: boolean;
  /** They hold an open seat in any room of the family. */
  seatedInFamily: boolean;
  /** They are a member of the club that the family's main room was opened in. Asked of rooms for members alone. */
  inClub: boolean;
  /** Put out of this room or of its main room, and not let back. */
  banned: boolean;
  /** Between them and the host of the family's main room, or whoever made it where nobody hosts it now, one has blocked the other. */
  hostBlocked: boolean;
  /** An admin of the instance, signed in as one. */
  isAdmin: boolean;
};

/**
 * What somebody sees of a room. `room`: all that everyone in it sees. `removed`: nothing but that they were put out of it.
 * `nothing`: the same as where there is no such room.
 */
export type Sight = "room" | "removed" | "nothing";

/** Kinds of rooms that nobody knows of who has no key: an invitation, a seat, or for `members` to be one of the club. */
export const HIDDEN_KINDS = ["closed", "members"] as const satisfies RoomKind[];

/** Whether a room of this kind is hidden from whoever has no key to it. */
export const isHiddenKind = (kind: RoomKind): boolean => HIDDEN_KINDS.some((hidden) => hidden === kind);

/** Whether somebody may know of a room, for door, pages, lists and streams alike. Source: behaviours 6, 17, 30, 34, 39. */
export function sightOf(facts: VisibilityFacts): Sight {
  if (facts.isAdmin) return "room";
  if (facts.hostBlocked) return "nothing";
  if (facts.banned) return "removed";
  if (!isHiddenKind(facts.kind)) return "room";
  const isIn = facts.kind === "members" && facts.inClub;
  return isIn || facts.isCreator || facts.invitedToFamily || facts.seatedInFamily ? "room" : "nothing";
}
