/** What the ramp goes by at one look. `broken`, of `judged`: those who heard badly, or were cut off, since the look before. */
export type RampState = {
  wanted: number;
  in: number;
  /** Asked in, and neither in nor refused yet. */
  coming: number;
  judged: number;
  broken: number;
  /** How many looks in a row more than a few heard badly, this one not counted. */
  brokenLooks: number;
  /** Came to the media server and could not connect, within the last window; beside those who came in. */
  notConnected: number;
  connected: number;
  /** Looks since somebody came in last. */
  looksSinceIn: number;
  /** The door asked to be left alone so long. */
  doorWaitMs: number;
};

export type RampStep =
  | { step: "more"; count: number }
  | { step: "wait"; broken: boolean }
  | { step: "full" }
  | { step: "overloaded"; why: string };

/** A few hear badly on any network; more are the sign that something is at its end. */
const BROKEN_SHARE = 0.05;
/** Those who come in are a load of their own; what is still bad two looks after the last of them is not theirs. */
const BROKEN_LOOKS = 3;
const NOT_CONNECTED_SHARE = 0.2;
const NOT_CONNECTED_LEAST = 3;
/** Whoever came in last is judged by then, and may be judged again. */
const SETTLED_LOOKS = 4;

/** Whether more may come, `perLook` at a time. Pure. */
export function nextStep(state: RampState, perLook: number): RampStep {
  const broken = state.judged > 0 && state.broken / state.judged > BROKEN_SHARE;
  if (broken && state.brokenLooks + 1 >= BROKEN_LOOKS) {
    return { step: "overloaded", why: `${state.broken} of ${state.judged} listeners heard badly` };
  }
  const tried = state.notConnected + state.connected;
  if (state.notConnected >= NOT_CONNECTED_LEAST && state.notConnected / tried > NOT_CONNECTED_SHARE) {
    return { step: "overloaded", why: `${state.notConnected} of ${tried} could not connect to the media server` };
  }
  const missing = state.wanted - state.in - state.coming;
  if (missing <= 0 && state.coming === 0 && !broken && state.looksSinceIn >= SETTLED_LOOKS) return { step: "full" };
  // Who comes while others still wait to be let in only makes the wait longer.
  if (missing <= 0 || broken || state.doorWaitMs > 0 || state.coming >= perLook) return { step: "wait", broken };
  return { step: "more", count: Math.min(perLook, missing) };
}
