import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** Nobody bans themselves or another admin. `done`: banned already. Source: behaviours 38. */
export function banFromInstance(
  adminId: string,
  target: { id: string; admin: boolean; banned: boolean },
): Ruling<"ban" | "done", "not_allowed"> {
  if (target.id === adminId || target.admin) return refused("not_allowed");
  return granted(target.banned ? "done" : "ban");
}
