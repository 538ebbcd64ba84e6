/**
 * Which of these, in order of time, is the one of a moment: the last that was not later; -1 before the first. Messages written in the same
 * moment may stand a little out of order.
 */
export function lineOfMoment(lines: readonly { atMs: number }[], ms: number): number {
  let place = -1;
  for (const [at, line] of lines.entries()) if (line.atMs <= ms) place = at;
  return place;
}
