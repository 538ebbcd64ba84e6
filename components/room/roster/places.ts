/** The middle of one place, in units of a hall that is 400 wide. */
type Place = { x: number; y: number };

/** All places of a hall in the order in which they fill, and the distance from one to the next. */
export type HallPlan = { places: Place[]; step: number; width: number; height: number };

const INNERMOST = 88;
const DEPTH = 150;
const FROM = 0.12 * Math.PI;
const SPAN = 0.76 * Math.PI;
const CENTRE = { x: 240, y: -30 };
const LARGEST_STEP = 14;

/** As many places as the room has, in the arcs of SeatArc: the smaller the room, the larger its dots. */
export function planHall(capacity: number): HallPlan {
  const area = (SPAN * ((INNERMOST + DEPTH) ** 2 - INNERMOST ** 2)) / 2;
  const step = Math.min(LARGEST_STEP, Math.sqrt(area / (capacity * 1.04)));
  const found: (Place & { far: number })[] = [];
  for (let row = 0, radius = INNERMOST; found.length < capacity || radius <= INNERMOST + DEPTH; row++, radius += step) {
    const count = Math.max(2, Math.floor((SPAN * radius) / step));
    for (let place = 0; place < count; place++) {
      const side = (2 * place) / (count - 1) - 1;
      const angle = FROM + (SPAN * place) / (count - 1);
      found.push({
        x: CENTRE.x - Math.cos(angle) * radius,
        y: CENTRE.y + Math.sin(angle) * radius,
        far: row * step + DEPTH * 0.35 * side ** 2,
      });
    }
  }
  const places = found.toSorted((one, other) => one.far - other.far).slice(0, capacity);
  return { places, step, width: 2 * CENTRE.x, height: Math.max(...places.map(({ y }) => y)) + step };
}

/**
 * Gives everyone a place and moves nobody: who stays keeps theirs, who comes takes the first free one.
 * `seated` is place number by person. A person without one (more people than places) is not drawn.
 */
export function assignPlaces(
  before: ReadonlyMap<string, number>,
  people: readonly string[],
  places: number,
): Map<string, number> {
  const after = new Map<string, number>();
  for (const id of people) {
    const place = before.get(id);
    if (place !== undefined) after.set(id, place);
  }
  const taken = new Set(after.values());
  let next = 0;
  for (const id of people) {
    if (after.has(id)) continue;
    while (taken.has(next)) next++;
    if (next >= places) break;
    after.set(id, next++);
  }
  return after;
}
