import { type Role, ranksAbove } from "./roles";

/** Everything a person can do in a room they hold a seat in. */
export const ACTIONS = [
  "raiseHand",
  "lowerOwnHand",
  "answerHand",
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
] as const;

export type Action = (typeof ACTIONS)[number];

/** `yes`: in the room. `lower`: on people of a lower rank only. `self`: on oneself only. */
type Mark = "yes" | "lower" | "self";

/**
 * The one permission table: role × action in one's own room. What is not in it is not allowed.
 * The screen hides with it, commands judge with it, tests/unit/permissions.test.ts repeats it as a literal grid.
 * Source: behaviours 14–21.
 */
const TABLE: Record<Role, Partial<Record<Action, Mark>>> = {
  host: {
    answerHand: "yes",
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
  },
  moderator: {
    answerHand: "yes",
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
  },
  speaker: { stepDown: "self", unmuteSelf: "self", answerOffer: "self" },
  listener: { raiseHand: "self", lowerOwnHand: "self", answerOffer: "self" },
};

/** The seat that acts; the seat acted on, where the action has one. */
export type Actor = { personId: string; role: Role };

/** Whether `actor` may do `action`, to `target` where the action has one. Pure; asked by screen and server alike. */
export function can(actor: Actor, action: Action, target?: Actor): boolean {
  const mark = TABLE[actor.role][action];
  if (mark === undefined) return false;
  if (mark === "yes") return true;
  if (mark === "self") return target === undefined || target.personId === actor.personId;
  return target === undefined || ranksAbove(actor.role, target.role);
}
