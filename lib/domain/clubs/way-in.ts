import type { ClubAdmission, ClubRole } from "./club";

/** Somebody before a club. */
export type ClubStanding = {
  admission: ClubAdmission;
  /** Null for whoever is not a member. */
  role: ClubRole | null;
  invited: boolean;
  asked: boolean;
  /** Its leaders removed them, and have not invited them since. */
  removed: boolean;
};

/**
 * How somebody comes into a club. `member`: they are in. `accept`: they are invited. `join`: nobody is asked. `ask`: its leaders are.
 * `asked`: they were. `none`: they wait for an invitation.
 */
export type WayIn = "member" | "accept" | "join" | "ask" | "asked" | "none";

/** Who was removed comes back by an invitation alone, however open the club is. Source: behaviours 34. */
export function wayInto({ admission, role, invited, asked, removed }: ClubStanding): WayIn {
  if (role !== null) return "member";
  if (invited) return "accept";
  if (removed || admission === "invitation") return "none";
  if (admission === "open") return "join";
  return asked ? "asked" : "ask";
}
