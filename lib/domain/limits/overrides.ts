import { LIMITS, type Limit, type Line } from "./limits";

/** An instance's own lines, in place of those of the table. */
export type Overrides = Partial<Record<Limit, { points: number; duration: number }>>;

const LINE = /^(\w+)=(\d{1,7})\/(\d{1,7})$/;

/**
 * Reads what an instance sets, such as `searchesFromAddress=5000/60, guestsFromAddress=200/60`: so many in so many seconds. A limit is moved
 * and never taken away: none is of nothing, or of no time. Answers what is wrong as text.
 */
export function readOverrides(text: string): Overrides | string {
  const overrides: Overrides = {};
  for (const part of text.split(",").map((one) => one.trim())) {
    if (part === "") continue;
    const [, name = "", points = "", seconds = ""] = LINE.exec(part) ?? [];
    if (name === "") return `must be like searchesFromAddress=5000/60, and not "${part}"`;
    if (!isLimit(name)) return `names no limit "${name}"`;
    if (Number(points) === 0 || Number(seconds) === 0) return `needs more than nothing for ${name}`;
    overrides[name] = { points: Number(points), duration: Number(seconds) };
  }
  return overrides;
}

/** A line as it holds in an instance: its own where it has one. `roomsOfHost`: how many one host may have live there at once. */
export function lineOf(limit: Limit, overrides: Overrides, roomsOfHost: number): { points: number; duration: number } {
  const own = overrides[limit];
  if (own) return own;
  const { points, duration, timesRoomsOfHost }: Line = LIMITS[limit];
  return { points: timesRoomsOfHost ? points * roomsOfHost : points, duration };
}

const isLimit = (name: string): name is Limit => Object.hasOwn(LIMITS, name);
