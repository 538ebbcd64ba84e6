/** Where a chair stands, counted from 1 as the browser's grid counts. */
export type Chair = { column: number; row: number };

/**
 * The chairs of a stage as they fill: the middle one first, then those beside it in turn, row by row. `columns` is odd, so that
 * one person alone stands in the middle.
 */
export function chairAt(place: number, columns: number): Chair {
  const inRow = place % columns;
  const middle = (columns + 1) / 2;
  const aside = Math.ceil(inRow / 2);
  return { column: middle + (inRow % 2 === 1 ? aside : -aside), row: Math.floor(place / columns) + 1 };
}

/** As many chairs as stand side by side: an odd number, one at least. */
export function columnsIn(width: number, leastChair: number): number {
  const fitting = Math.max(1, Math.floor(width / leastChair));
  return fitting % 2 === 1 ? fitting : fitting - 1;
}
