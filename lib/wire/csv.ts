type Cell = string | number | null;

/** What a spreadsheet takes for a formula, also in the wide forms of East Asian scripts. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const SPECIAL = /[",\r\n]/;

/** By this mark spreadsheets know that a file is UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * A table as CSV (RFC 4180): the columns' names first, CRLF after each line, quotes only where they are needed. Text that a spreadsheet would
 * run as a formula begins with an apostrophe (OWASP, "CSV Injection"); numbers are left as they are. `null` is an empty field.
 */
export function writeCsv<Name extends string>(
  columns: readonly Name[],
  rows: readonly Readonly<Record<Name, Cell>>[],
): string {
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name]))];
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(field).join(",")}\r\n`).join("");
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
