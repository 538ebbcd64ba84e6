/** One row of a hall seen from above: how many places it has, how many in its middle are taken. */
export type ArcRow = { radius: number; places: number; taken: number };

const INNERMOST = 88;
/** The rows open downwards, over this part of a half circle. */
const FROM = 0.12 * Math.PI;
const TO = 0.88 * Math.PI;
/** How much farther a place at the end of a row feels than one in its middle, in rows. */
const SIDE_WEIGHT = 3;

export const CENTRE = { x: 200, y: -30 };

/**
 * The rows of an arc, filled the way people fill a hall: near the stage first, and the middle before the sides.
 * `share` (0 to 1) of all places is taken; one person at least shows as one dot.
 */
export function arcRows(share: number, rows: number, step: number, firstRow: number): ArcRow[] {
  const sizes = Array.from({ length: rows }, (_, row) => firstRow + row * 4);
  const distances = sizes.flatMap((places, row) =>
    Array.from({ length: places }, (_, place) => distance(row, place, places)),
  );
  const wanted = share <= 0 ? 0 : Math.max(1, Math.round(Math.min(1, share) * distances.length));
  const reach = wanted === 0 ? -1 : (distances.toSorted((a, b) => a - b)[wanted - 1] ?? 0);
  return sizes.map((places, row) => ({
    radius: INNERMOST + row * step,
    places,
    taken: Array.from({ length: places }, (_, place) => distance(row, place, places)).filter((far) => far <= reach)
      .length,
  }));
}

const distance = (row: number, place: number, places: number): number =>
  row + SIDE_WEIGHT * ((2 * place) / (places - 1) - 1) ** 2;

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
