import { describe, expect, it } from "vitest";
import { writeCsv } from "@/lib/wire/csv";
import { parseCsv } from "@/tests/support/csv/parse-csv";

const of = (...texts: string[]) =>
  writeCsv(
    ["text"],
    texts.map((text) => ({ text })),
  );

describe("a table as CSV", () => {
  it("quotes what needs it and nothing else, with CRLF after each line", () => {
    const rows = [
      { a: "plain", b: 1.5 },
      { a: 'says "no", twice\nover', b: null },
    ];
    expect(writeCsv(["a", "b"], rows)).toBe('\uFEFFa,b\r\nplain,1.5\r\n"says ""no"", twice\nover",\r\n');
  });

  it("comes back as it was, in every script", () => {
    const texts = ["a,b", '"', "", "\r\n", "línea\nlínea", "ليل, نهار", "夜行列車 🚂", "x=1"];
    expect(parseCsv(of(...texts)).map(({ text }) => text)).toEqual(texts.map((text) => text.replace(/^\r/, "'\r")));
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"])(
    "lets no spreadsheet run %j",
    (text) => expect(parseCsv(of(text))).toEqual([{ text: `'${text}` }]),
  );

  it("leaves a negative number a number", () => {
    expect(writeCsv(["n"], [{ n: -3 }])).toBe("\uFEFFn\r\n-3\r\n");
  });

  it("names its columns where it has no row", () => {
    expect(writeCsv(["a", "b"], [])).toBe("\uFEFFa,b\r\n");
  });
});
