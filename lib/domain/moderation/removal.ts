import { type Actor, can } from "@/lib/domain/permissions";
import type { Role } from "@/lib/domain/roles";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/**
 * Whose rank counts for somebody who is to be removed: their seat's; where they have left, that of their newest seat here,
 * so that nobody bars a host who just went out. Whoever made the room counts as its host for ever.
 */
export function rankToRemove(person: { isCreator: boolean; openRole: Role | null; lastRole: Role | null }): Role {
  if (person.openRole) return person.openRole;
  return person.isCreator ? "host" : (person.lastRole ?? "listener");
}

/** Also for somebody who already left (behaviours 17). `done`: barred and gone already. */
export function removePerson(
  actor: Actor,
  target: Actor & { seated: boolean; banned: boolean },
): Ruling<"remove" | "done", "not_allowed"> {
  if (actor.personId === target.personId || !can(actor, "remove", target)) return refused("not_allowed");
  return granted(target.banned && !target.seated ? "done" : "remove");
}

/** Whether the ban may be lifted. `done`: there is none. */
export function liftBan(actor: Actor, banned: boolean): Ruling<"lift" | "done", "not_allowed"> {
  if (!can(actor, "liftBan")) return refused("not_allowed");
  return granted(banned ? "lift" : "done");
}
