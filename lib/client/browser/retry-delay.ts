/** First pause, growth and cap between two tries to come back. Short, since somebody sits there in silence. */
const FIRST_MS = 400;
const GROWTH = 1.6;
const CAP_MS = 4_000;

/**
 * Milliseconds to wait before try number `tries` (0 is the first) to come back into a room.
 * Spread over half to all of the step, so that a thousand browsers do not come at once; `random` is in [0, 1).
 * Source: mechanics, rooms in LiveKit ("with jitter and a short cap").
 */
export function retryDelayMs(tries: number, random: number): number {
  const step = Math.min(CAP_MS, FIRST_MS * GROWTH ** tries);
  return Math.round(step * (0.5 + random / 2));
}

/** Longest wait before a browser reads the room again, and how much of it each listener adds. */
const READ_SPREAD_CAP_MS = 5_000;
const READ_SPREAD_PER_PERSON_MS = 5;

/** Milliseconds to wait before reading the room again: at once in a small room, spread over five seconds in a big one. */
export function readDelayMs(people: number, random: number): number {
  return Math.round(random * Math.min(READ_SPREAD_CAP_MS, 100 + people * READ_SPREAD_PER_PERSON_MS));
}
