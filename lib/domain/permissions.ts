import { isLeader, type Role, ranksAbove } from "./roles";

/** Everything a person can do in a room they hold a seat in. */
export const ACTIONS = [
  "raiseHand",
  "lowerOwnHand",
  "answerHand",
  "pickHand",
  "offerStage",
  "answerOffer",
  "stepDown",
  "moveToAudience",
  "mute",
  "unmuteSelf",
  "remove",
  "liftBan",
  "makeModerator",
  "unmakeModerator",
  "invite",
  "editRoom",
  "endRoom",
  "readHands",
  "readLog",
  "muteAll",
  "handOver",
  "ping",
  "inviteByLink",
  "pinLink",
  "writeChat",
  "react",
  "deleteOwnLine",
  "deleteLine",
  "removeFromChat",
  "useModeratorsChannel",
  "assignInterpreter",
  "leadHall",
  "readHalls",
  "visitHall",
  "closeHall",
  "sendToHall",
  "speakToAll",
] as const;

export type Action = (typeof ACTIONS)[number];

/** `yes`: in the room. `lower`: on people of a lower rank only. `self`: on oneself only. */
type Mark = "yes" | "lower" | "self";

/**
 * From where somebody acts. `own`: in the room they sit in. `below`: in an overflow room, from the main room.
 * `above`: in the main room, from an overflow room.
 */
export type Scope = "own" | "below" | "above";

/**
 * The one permission table: role × action in one's own room. What is not in it is not allowed.
 * The screen hides with it, commands judge with it, tests/unit/rooms/permissions.test.ts repeats it as a literal grid.
 * Source: behaviours 14–21, 24, 26, 27.
 */
const TABLE: Record<Role, Partial<Record<Action, Mark>>> = {
  host: {
    answerHand: "yes",
    pickHand: "yes",
    offerStage: "lower",
    moveToAudience: "lower",
    mute: "lower",
    unmuteSelf: "self",
    remove: "lower",
    liftBan: "yes",
    makeModerator: "lower",
    unmakeModerator: "lower",
    invite: "yes",
    editRoom: "yes",
    endRoom: "yes",
    readHands: "yes",
    readLog: "yes",
    muteAll: "yes",
    handOver: "lower",
    ping: "yes",
    inviteByLink: "yes",
    pinLink: "yes",
    writeChat: "yes",
    react: "yes",
    deleteOwnLine: "self",
    deleteLine: "yes",
    removeFromChat: "lower",
    useModeratorsChannel: "yes",
    assignInterpreter: "yes",
    readHalls: "yes",
    sendToHall: "yes",
    speakToAll: "yes",
  },
  moderator: {
    answerHand: "yes",
    pickHand: "yes",
    offerStage: "lower",
    stepDown: "self",
    moveToAudience: "lower",
    mute: "lower",
    unmuteSelf: "self",
    remove: "lower",
    liftBan: "yes",
    makeModerator: "lower",
    invite: "yes",
    editRoom: "yes",
    readHands: "yes",
    readLog: "yes",
    muteAll: "yes",
    ping: "yes",
    inviteByLink: "yes",
    pinLink: "yes",
    writeChat: "yes",
    react: "yes",
    deleteOwnLine: "self",
    deleteLine: "yes",
    removeFromChat: "lower",
    useModeratorsChannel: "yes",
    assignInterpreter: "yes",
    readHalls: "yes",
    sendToHall: "yes",
    speakToAll: "yes",
  },
  speaker: {
    stepDown: "self",
    unmuteSelf: "self",
    answerOffer: "self",
    ping: "yes",
    writeChat: "yes",
    react: "yes",
    deleteOwnLine: "self",
    leadHall: "self",
  },
  listener: {
    raiseHand: "self",
    lowerOwnHand: "self",
    answerOffer: "self",
    ping: "yes",
    writeChat: "yes",
    react: "yes",
    deleteOwnLine: "self",
    leadHall: "self",
  },
};

/** What only leading the main room is good for in its overflow rooms. */
const FROM_ABOVE: Partial<Record<Action, Mark>> = { visitHall: "yes", closeHall: "yes" };

/** All that leading an overflow room is good for in the main room: picking into its queue. */
const FROM_BELOW: Partial<Record<Action, Mark>> = { readHands: "yes" };

function markOf(role: Role, action: Action, scope: Scope): Mark | undefined {
  if (scope === "own") return TABLE[role][action];
  // Leading the main room is good in its overflow rooms for all that leading those is. Source: house, permissions.
  if (!isLeader(role)) return undefined;
  return scope === "above" ? FROM_BELOW[action] : (FROM_ABOVE[action] ?? TABLE[role][action]);
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
  if (mark === undefined) return false;
  if (mark === "yes") return true;
  // What one does to oneself one does where one sits.
  if (mark === "self" && scope !== "own") return false;
  if (mark === "self") return target === undefined || target.personId === actor.personId;
  if (target === undefined) return true;
  // Main ranks stand above local ones, whatever they are called.
  return scope === "below" || ranksAbove(actor.role, target.role);
}
