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

/** Whether somebody may know of a room, for door, pages, lists and streams alike. Source: behaviours 6, 17, 30, 39. */
export function sightOf(facts: VisibilityFacts): Sight {
  if (facts.isAdmin) return "room";
  if (facts.hostBlocked) return "nothing";
  if (facts.banned) return "removed";
  if (facts.kind !== "closed") return "room";
  return facts.isCreator || facts.invitedToFamily || facts.seatedInFamily ? "room" : "nothing";
}
