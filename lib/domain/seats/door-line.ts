/** What a process takes for a crowd, unless the instance says otherwise. Source: mechanics, the door. */
export const DOOR_CROWD = { batch: 400, p95Ms: 300 } as const;

/** A ticket that is not polled for so long is dead, and so is a call that nobody follows. Source: mechanics, the door. */
export const TICKET_DEAD_MS = 30_000;

/** How long after the last sign of a crowd arrivals still take tickets. */
export const LINE_KEPT_MS = 5_000;

/** A family's line as the door knows it under its lock. */
export type LineAtDoor = {
  /** There is a crowd at the door: every newcomer takes a ticket, whether somebody waits or not. */
  kept: boolean;
  /** Somebody waits who was not called yet. */
  waiting: boolean;
  /** How many were called and are not seated yet; a place is spoken for each of them. */
  called: number;
};

/** Somebody at the door, as far as the line goes by it. `spared`: hosts, announced guests, interpreters, who has a place held. */
type InLine = { called: boolean; spared: boolean };

/**
 * Whether a person that the door would let in has to wait their turn. `freePlaces`: of the family, with those that can
 * still be opened; asked for only where it matters. Once all who wait are called and places are left beside theirs,
 * arrivals take nothing from anybody, and the line is over. Pure. Source: behaviours 29; mechanics, the door.
 */
export function waitsInLine(line: LineAtDoor, { called, spared }: InLine, freePlaces: () => number): boolean {
  if (called || spared) return false;
  if (line.kept || line.waiting) return true;
  return line.called > 0 && freePlaces() <= line.called;
}

/** What decides how many are called at a turn of the line. */
export type Turn = {
  waiting: number;
  called: number;
  /** Null where nothing is to be waited for: without overflow a full room says so. */
  freePlaces: number | null;
  /** What the door of the process that turns the line answered a second, lately. */
  doorPerSecond: number;
  /** Since that process turned it last. */
  seconds: number;
  /** The door has more to do than it can. */
  slow: boolean;
};

/** A door that had nothing to do yet can certainly do this. */
const SURE_PER_SECOND = 100;

/** A line that was not turned for long does not make up for it. */
const MAX_TURN_SECONDS = 2;

/** How much more than the door did lately is tried where it answers in good time, and how much less where it does not. */
const MORE = 1.5;
const LESS = 0.5;

/**
 * How many are called next: at most one for each place that is not spoken for yet, and not faster than the door is seen
 * to answer.
 */
export function peopleToCall({ waiting, called, freePlaces, doorPerSecond, seconds, slow }: Turn): number {
  const perSecond = Math.max(SURE_PER_SECOND, doorPerSecond) * (slow ? LESS : MORE);
  const inTime = Math.ceil(perSecond * Math.min(MAX_TURN_SECONDS, seconds));
  return Math.max(0, Math.min(waiting, (freePlaces ?? waiting + called) - called, inTime));
}

/** A shorter look back says nothing about how fast a line moves. */
const MIN_LOOK_BACK_SECONDS = 3;

/** Whole seconds until the turn of that place, from how many were called in how many seconds; null where nothing moved. */
export function estimateSeconds(place: number, moved: { people: number; seconds: number }): number | null {
  if (moved.people <= 0 || moved.seconds < MIN_LOOK_BACK_SECONDS) return null;
  return Math.max(1, Math.ceil((place * moved.seconds) / moved.people));
}

const MIN_POLL_MS = 1_000;
/** A door that has more to do than it can is asked more seldom by the first in line, and not faster than it answers. */
const SLOW_POLL_MS = 3_000;
/** Two of these fit into the life of a ticket. */
const MAX_POLL_MS = 15_000;
/** In a line that does not move, who stands further back asks more seldom. */
const POLL_MS_PER_PLACE = 25;

/** What a line is known by when somebody is told when to ask again. `doorPerSecond`: as in a turn. */
type Known = { estimate: number | null; moved: { seconds: number }; doorPerSecond: number; slow: boolean };

/**
 * When to ask again: after half of the time it is going to take, spread over the last fifth so that a crowd that came
 * together does not ask together. A line too young to be measured is taken to move as fast as the door answers, for
 * a person who is called is expected soon, and people in it ask one after another from the first moment on: 2,000 who came in one
 * instant would otherwise come back in one. `random` is in [0, 1).
 */
export function pollAfterMs(place: number, { estimate, moved, doorPerSecond, slow }: Known, random: number): number {
  const isYoung = moved.seconds < MIN_LOOK_BACK_SECONDS;
  const doorMsPerPlace = 1_000 / Math.max(SURE_PER_SECOND, doorPerSecond);
  const msPerPlace = isYoung ? doorMsPerPlace / 2 : POLL_MS_PER_PLACE;
  const wished = estimate === null ? MIN_POLL_MS + place * msPerPlace : estimate * 500;
  const least = slow ? SLOW_POLL_MS + place * doorMsPerPlace : 0;
  return Math.round(Math.max(MIN_POLL_MS, Math.min(MAX_POLL_MS, Math.max(wished, least)) * (0.8 + 0.2 * random)));
}

/**
 * Which place a number has among the people who waited when the line was read; later numbers stand behind them. Null where it was given out before and does not wait: called, or given up. `numbers` ascending; `lastNumber`: the
 * last one given out by then.
 */
export function placeInLine(number: number, numbers: ArrayLike<number>, lastNumber: number): number | null {
  if (number > lastNumber) return numbers.length + number - lastNumber;
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === number ? low + 1 : null;
}
