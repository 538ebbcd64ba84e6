/** Reads CSV as RFC 4180 says it, strictly: every line ends with CRLF, every record has as many fields. A mark of UTF-8 at its beginning is left out. */
export function parseCsv(text: string): Record<string, string>[] {
  const rest = text.replace(/^\uFEFF/, "");
  const records: string[][] = [];
  let [at, record] = [0, [] as string[]];
  while (at < rest.length) {
    const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
    field.lastIndex = at;
    const found = field.exec(rest);
    if (!found) throw new Error(`no CSV from ${JSON.stringify(rest.slice(at, at + 40))} on`);
    record.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === "\r\n") {
      records.push(record);
      record = [];
    }
    at = field.lastIndex;
  }
  const [names = [], ...rows] = records;
  return rows.map((row) => {
    if (row.length !== names.length) throw new Error(`${row.length} fields for ${names.length} names`);
    return Object.fromEntries(names.map((name, place) => [name, row[place] ?? ""]));
  });
}
