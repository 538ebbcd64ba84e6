import { type Actor, can } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** Of a moderator's or an admin's reason, in characters. */
export const MAX_REASON = 500;

/**
 * The rank that counts for a person who is to be removed: their seat's; where they have left, that of their newest seat here,
 * so that nobody bars a host who just went out. The person who made the room counts as its host for ever.
 */
export function rankToRemove(person: { isCreator: boolean; openRole: Role | null; lastRole: Role | null }): Role {
  if (person.openRole) return person.openRole;
  return person.isCreator ? "host" : (person.lastRole ?? "listener");
}

/**
 * What becomes of visitors without an account when somebody is removed, who may come back as one of them. `as_before`: nothing.
 * `not_from_there`: no new ones from the networks that the removed person came from, as long as the room is live.
 * `members_only`: no new ones at all. People who sit in the room stay, whichever it is.
 */
export const GUESTS_AFTER_REMOVAL = ["as_before", "not_from_there", "members_only"] as const;
export type GuestsAfterRemoval = (typeof GUESTS_AFTER_REMOVAL)[number];

/** Who comes in as a guest from now on, and whether the leaders of this room decide it: a hall lets in the same people as its main room. */
type Guard = { guests?: GuestsAfterRemoval; isMainRoom?: boolean };

/**
 * Also for somebody who already left (behaviours 17); not for admins, who enter any room (behaviours 39).
 * `done`: barred and gone already.
 */
export function removePerson(
  actor: Actor,
  target: Actor & { seated: boolean; banned: boolean; isAdmin?: boolean },
  { guests, isMainRoom }: Guard = {},
): Ruling<"remove" | "done", "not_allowed"> {
  if (actor.personId === target.personId || !can(actor, "removePerson", target)) return refused("not_allowed");
  if (target.isAdmin) return refused("not_allowed");
  if (guests === "members_only" && !(isMainRoom && can(actor, "editRoom"))) return refused("not_allowed");
  return granted(target.banned && !target.seated ? "done" : "remove");
}

/** Whether the ban may be lifted. `done`: there is none. */
export function liftBan(actor: Actor, banned: boolean): Ruling<"lift" | "done", "not_allowed"> {
  if (!can(actor, "liftBan")) return refused("not_allowed");
  return granted(banned ? "lift" : "done");
}
