import { isLeader, type Role, ranksAbove } from "./roles";

/** `yes`: in the room. `lower`: on people of a lower rank only. `self`: on oneself only. `-`: not at all. */
type Mark = "yes" | "lower" | "self" | "-";

/** The columns of the table. */
const COLUMNS = { host: 0, moderator: 1, speaker: 2, listener: 3 } as const satisfies Record<Role, number>;

/**
 * The one permission table: all that a person can do in a room they hold a seat in, and what of it the host, moderators,
 * speakers and listeners may do there, in that order.
 * The screen hides with it, commands judge with it, tests/unit/rooms/permissions.test.ts repeats it as a literal grid.
 * Source: behaviours 14–21, 24, 26, 27, 41.
 */
const TABLE = {
  raiseHand: ["-", "-", "-", "self"],
  lowerHand: ["-", "-", "-", "self"],
  answerHand: ["yes", "yes", "-", "-"],
  pickHand: ["yes", "yes", "-", "-"],
  offerStage: ["lower", "lower", "-", "-"],
  answerOffer: ["-", "-", "self", "self"],
  stepDown: ["-", "self", "self", "-"],
  moveToAudience: ["lower", "lower", "-", "-"],
  mute: ["lower", "lower", "-", "-"],
  unmuteSelf: ["self", "self", "self", "-"],
  removePerson: ["lower", "lower", "-", "-"],
  liftBan: ["yes", "yes", "-", "-"],
  makeModerator: ["lower", "lower", "-", "-"],
  unmakeModerator: ["lower", "-", "-", "-"],
  invite: ["yes", "yes", "-", "-"],
  editRoom: ["yes", "yes", "-", "-"],
  endRoom: ["yes", "-", "-", "-"],
  readHands: ["yes", "yes", "-", "-"],
  readLog: ["yes", "yes", "-", "-"],
  muteAll: ["yes", "yes", "-", "-"],
  handOver: ["lower", "-", "-", "-"],
  pingPerson: ["yes", "yes", "yes", "yes"],
  inviteByLink: ["yes", "yes", "-", "-"],
  pinLink: ["yes", "yes", "-", "-"],
  writeChat: ["yes", "yes", "yes", "yes"],
  react: ["yes", "yes", "yes", "yes"],
  deleteOwnMessage: ["self", "self", "self", "self"],
  deleteMessage: ["yes", "yes", "-", "-"],
  removeFromChat: ["lower", "lower", "-", "-"],
  useModeratorsChannel: ["yes", "yes", "-", "-"],
  assignInterpreter: ["yes", "yes", "-", "-"],
  leadHall: ["-", "-", "self", "self"],
  readHalls: ["yes", "yes", "-", "-"],
  visitHall: ["-", "-", "-", "-"],
  closeHall: ["-", "-", "-", "-"],
  sendToHall: ["yes", "yes", "-", "-"],
  sendNotice: ["yes", "yes", "-", "-"],
  recordRoom: ["yes", "-", "-", "-"],
} as const satisfies Record<string, readonly [host: Mark, moderator: Mark, speaker: Mark, listener: Mark]>;

export type Action = keyof typeof TABLE;

export const ACTIONS = Object.keys(TABLE) as Action[];

/**
 * From where somebody acts. `own`: in the room they sit in. `main`: from the main room, in an overflow room of it.
 * `overflow`: from an overflow room, in its main room.
 */
export type Scope = "own" | "main" | "overflow";

/** What leading the main room is good for in its overflow rooms, and in no room of one's own. */
const FROM_MAIN: ReadonlySet<Action> = new Set(["visitHall", "closeHall"]);

/** All that leading an overflow room is good for in the main room: picking into its queue. */
const FROM_OVERFLOW: ReadonlySet<Action> = new Set(["readHands"]);

function markOf(role: Role, action: Action, scope: Scope): Mark {
  const own = TABLE[action][COLUMNS[role]];
  if (scope === "own") return own;
  if (!isLeader(role)) return "-";
  if (scope === "overflow") return FROM_OVERFLOW.has(action) ? "yes" : "-";
  // Leading the main room is good in its overflow rooms for all that leading those is. Source: house, permissions.
  return FROM_MAIN.has(action) ? "yes" : own;
}

/** The seat that acts, and from where (its own room unless said); the seat acted on, where the action has one. */
export type Actor = { personId: string; role: Role; scope?: Scope };

/**
 * Whether `actor` may do `action`, to `target` where the action has one. Pure; asked by screen and server alike.
 * A mode of the room (closed, chat off) can forbid what the table allows; the action's own rule says so.
 */
export function can(actor: Actor, action: Action, target?: Actor): boolean {
  const { scope = "own" } = actor;
  const mark = markOf(actor.role, action, scope);
  if (mark === "-") return false;
  if (mark === "yes") return true;
  // People act upon themselves in the room they sit in.
  if (mark === "self" && scope !== "own") return false;
  if (mark === "self") return target === undefined || target.personId === actor.personId;
  if (target === undefined) return true;
  // Main ranks stand above local ones, whatever they are called.
  return scope === "main" || ranksAbove(actor.role, target.role);
}
