import { CLUB_ROLES, type ClubRole } from "./club";

/** `yes`: in the club. `lower`: on people of a lower role only. `self`: on oneself only. `-`: not at all. */
type Mark = "yes" | "lower" | "self" | "-";

/**
 * The one table of what the founder, admins and members of a club may do in it, in that order. What one may do in its rooms is the
 * rooms' own table (lib/domain/permissions.ts): a club gives nobody a rank there.
 * The page hides with it, commands judge with it, tests/unit/clubs/club-permissions.test.ts repeats it as a literal grid.
 */
const TABLE = {
  editClub: ["yes", "yes", "-"],
  closeClub: ["yes", "-", "-"],
  leaveClub: ["-", "self", "self"],
  readRequests: ["yes", "yes", "-"],
  answerRequest: ["yes", "yes", "-"],
  inviteToClub: ["yes", "yes", "-"],
  removeMember: ["lower", "lower", "-"],
  makeAdmin: ["lower", "-", "-"],
  unmakeAdmin: ["lower", "self", "-"],
  passOnClub: ["lower", "-", "-"],
  openClubRoom: ["yes", "yes", "yes"],
} as const satisfies Record<string, readonly [founder: Mark, admin: Mark, member: Mark]>;

export type ClubAction = keyof typeof TABLE;

export const CLUB_ACTIONS = Object.keys(TABLE) as ClubAction[];

/** Somebody in a club; `role` null for whoever is not a member. */
export type InClub = { personId: string; role: ClubRole | null };

/** Whether `actor` may do `action` in their club, to `target` where the action has one. */
export function canInClub(actor: InClub, action: ClubAction, target?: InClub): boolean {
  if (actor.role === null) return false;
  const mark: Mark = TABLE[action][rankOf(actor.role)];
  if (mark === "-") return false;
  if (mark === "yes") return true;
  if (mark === "self") return target === undefined || target.personId === actor.personId;
  return target === undefined || (target.role !== null && rankOf(actor.role) < rankOf(target.role));
}

const rankOf = (role: ClubRole): 0 | 1 | 2 => CLUB_ROLES.indexOf(role) as 0 | 1 | 2;
