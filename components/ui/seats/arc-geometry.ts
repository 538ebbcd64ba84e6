/** One row of a hall seen from above: how many places it has, how many in its middle are taken. */
export type ArcRow = { radius: number; places: number; taken: number };

const INNERMOST = 88;
/** The rows open downwards, over this part of a half circle. */
const FROM = 0.12 * Math.PI;
const TO = 0.88 * Math.PI;
/** How much farther a place at the end of a row feels than one in its middle, in rows. */
const SIDE_WEIGHT = 3;

export const CENTRE = { x: 200, y: -30 };

/** Up to so many people each have a dot of their own, however large the hall: who counts them finds the figure beside them. */
const COUNTED = 12;

/**
 * The rows of an arc, filled the way people fill a hall: near the stage first, and the middle before the sides.
 * A few people are as many dots; many are a share of all dots as large as theirs of the hall.
 */
export function arcRows(people: number, capacity: number, rows: number, step: number, firstRow: number): ArcRow[] {
  const sizes = Array.from({ length: rows }, (_, row) => firstRow + row * 4);
  const all = sizes.flatMap((places, row) =>
    Array.from({ length: places }, (_, place) => ({ row, far: distance(row, place, places) })),
  );
  const share = Math.round(Math.min(1, people / capacity) * all.length);
  const wanted = Math.max(share, Math.min(people, COUNTED));
  const taken = sizes.map(() => 0);
  for (const { row } of all.toSorted((one, other) => one.far - other.far).slice(0, wanted))
    taken[row] = (taken[row] ?? 0) + 1;
  return sizes.map((places, row) => ({ radius: INNERMOST + row * step, places, taken: taken[row] ?? 0 }));
}

const distance = (row: number, place: number, places: number): number =>
  row + SIDE_WEIGHT * ((2 * place) / (places - 1) - 1) ** 2;

/** A step between rows, and the places of the first. */
export const STEP = 15;
export const FIRST_ROW = 17;

/** Every dot of an arc by itself, for where a row cannot be one line. */
export function arcDots(people: number, capacity: number, rows: number): { x: number; y: number; taken: boolean }[] {
  return arcRows(people, capacity, rows, STEP, FIRST_ROW).flatMap((row) => {
    const first = Math.floor((row.places - row.taken) / 2);
    return Array.from({ length: row.places }, (_, place) => ({
      ...placeAt(row, place),
      taken: place >= first && place < first + row.taken,
    }));
  });
}

const MOST_LIGHTS = 7;

/** Where the lights of a stage are, from left to right. */
export const stageLights = (people: number): number[] => {
  const count = Math.min(people, MOST_LIGHTS);
  return Array.from({ length: count }, (_, light) => CENTRE.x + (light - (count - 1) / 2) * 17);
};

/** The path through the dots `from` to `to` of a row, one unit from dot to dot. */
export function rowPath(row: ArcRow, from: number, to: number): string {
  const start = placeAt(row, from);
  if (from === to) return `M${start.x} ${start.y}h0`;
  const end = placeAt(row, to);
  return `M${start.x} ${start.y}A${row.radius} ${row.radius} 0 0 0 ${end.x} ${end.y}`;
}

function placeAt(row: ArcRow, place: number): { x: number; y: number } {
  const angle = FROM + ((TO - FROM) * place) / (row.places - 1);
  return {
    x: rounded(CENTRE.x - Math.cos(angle) * row.radius),
    y: rounded(CENTRE.y + Math.sin(angle) * row.radius),
  };
}

/** One decimal: the same text on server and browser, and less of it. */
const rounded = (value: number): number => Math.round(value * 10) / 10;
