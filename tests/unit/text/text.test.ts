import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isVisible } from "@/lib/domain/text/characters";
import { cleanText } from "@/lib/domain/text/clean-text";
import { isolated } from "@/lib/domain/text/isolated";
import { bytesOf, firstOf, lengthOf, maxBytes } from "@/lib/domain/text/length";
import { readText } from "@/lib/domain/text/read-text";
import { SENTENCES } from "./text-corpus";

const NAME = { needed: true, max: 60, lines: 0 };

describe("ordinary text comes back as written", () => {
  test.each(Object.entries(SENTENCES))("%s", (_, sentence) => {
    expect(cleanText(sentence)).toBe(sentence);
    expect(readText(sentence, { needed: true, max: 500, lines: 20 })).toEqual({ ok: true, value: sentence });
  });
});

describe("what keyboards, clipboards and other systems add costs nobody their message", () => {
  test.each([
    ["a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"],
    ["\ufeffHello\u00adthere", "Hellothere"],
    ["tab\there, thin\u2009space", "tab here, thin space"],
    ["nul\0 bell\x07 escape\x1b del\x7f", "nul bell escape del"],
    ["half \ud83da \udc00character", "half a character"],
    ["a\u200bb c\u2060d e\u200df", "ab cd ef"],
    ["\u2067evil\u202e dlrow\u202c\u2069", "evil dlrow"],
    ["\u200e\u200e\u200fAda\u200e", "\u200eAda\u200e"],
    ["apple\uf8ff pie \ufffc", "apple pie"],
    ["\u3164Ada\uffa0", "Ada"],
    ["hidden\u{e0041}\u{e0042} tags", "hidden tags"],
    ["A\ufe0f\ufe0e\u{e0101} selectors", "A\ufe0f selectors"],
    ["\u0301 no base\n\u0301", "no base"],
    [" \u0301a \u0301\u0301\u0302b\n\u0301c", "a \u0301b\nc"],
    ["a\u17b4\u17b5ក\u17b4\u17b5", "aក\u17b4"],
  ])("%j is cleaned to %j", (raw, clean) => {
    expect(cleanText(raw, 20)).toBe(clean);
  });

  test("line ends become spaces where there is one line, and at most two in a row elsewhere", () => {
    expect(cleanText("one\r\ntwo\n\n\nthree")).toBe("one two three");
    expect(cleanText(`a${"\n".repeat(50)}b`, 20)).toBe("a\n\nb");
    expect(cleanText("x\n".repeat(50), 20).match(/\n/g)).toHaveLength(20);
    expect(cleanText(`a${"\n\u200e".repeat(50)}b`, 20).match(/\n/g)).toHaveLength(20);
  });
});

test("marks beyond what any script needs are dropped", () => {
  expect(cleanText(`Z${"\u0301\u0308\u0323\u0338\u0489".repeat(32)}`)).toBe("Z\u0301\u0308\u0323\u0338");
  expect(cleanText(`ก${"\u0e49".repeat(80)}`)).toBe("ก\u0e49\u0e49");
  const thai = [..."\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b"];
  for (const filler of ["", "\u200d", "\u034f", "\ufe0f", "\u200e"]) {
    const piled = cleanText(`ก${thai.join(filler)}${thai.join(filler)}`);
    expect([...piled].filter((char) => thai.includes(char)).length, filler).toBeLessThanOrEqual(8);
  }
});

describe("for any text whatever", () => {
  const any = fc.oneof(
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom(
        ..." \n\r\taBé\0\u00a0\u00ad\u0301\u0308\u034f\u05e9\u05c1\u061c\u0645\u0915\u094d\u093e\u115f\u1160\u1161\u17d2\u1780\u180b\u180e\u1820\u200b\u200c\u200d\u200e\u200f\u2028\u202e\u2066\u20e3\u2800\u3000\u3164\ufe0f\ufeff\ud83d\udc68\u{1f468}\u{1f3fd}\u{1f3f4}\u{e0067}\u{e007f}\u{e0100}",
      ),
      maxLength: 40,
    }),
  );

  test("cleaning twice is cleaning once, and nothing that harms is left", () => {
    fc.assert(
      fc.property(any, fc.constantFrom(0, 3, 20), (raw, lines) => {
        const clean = cleanText(raw, lines);
        expect(cleanText(clean, lines)).toBe(clean);
        expect(clean).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}|\p{Co}|[\u202a-\u202e\u2066-\u2069\ufeff\u00ad]|\n{3}/u);
        expect((clean.match(/\n/g) ?? []).length).toBeLessThanOrEqual(lines);
        expect(clean).toBe(clean.trim());
      }),
      { numRuns: 2_000 },
    );
  });

  test("what was read can be read again, and is neither too long nor too heavy", () => {
    fc.assert(
      fc.property(any, (raw) => {
        const ruling = readText(raw, NAME);
        if (!ruling.ok) return;
        expect(readText(ruling.value, NAME)).toEqual(ruling);
        expect(isVisible(ruling.value)).toBe(true);
        expect(bytesOf(ruling.value)).toBeLessThanOrEqual(maxBytes(60));
      }),
      { numRuns: 500 },
    );
  });
});

describe("not empty means that something can be seen", () => {
  test.each([
    ["\u0301", "U+0301"],
    ["\u{1d159}", "U+1D159"],
    ["\u2800\u2800", "U+2800"],
    ["\u3164", "U+3164"],
    ["\u115f\u1160", "U+115F"],
    ["\uffa0", "U+FFA0"],
    ["\u200e \u200f", "U+200E"],
    ["\u093e", "U+093E"],
    ["\u{e0100}", "U+E0100"],
    ["\ufe0f", "U+FE0F"],
    ["\ue000", "U+E000"],
    ["\ud800", "U+D800"],
    ["\0", "U+0000"],
  ])("%j shows nothing, and the answer says which character", (raw, character) => {
    expect(readText(raw, NAME)).toEqual({ ok: false, refusal: "nothing_to_see", facts: { character } });
  });

  test.each(["", "   ", "\n\u3000\t"])("%j is missing", (raw) => {
    expect(readText(raw, NAME)).toEqual({ ok: false, refusal: "too_short" });
  });

  test.each(["x", "?", "·", "李", "👻", "1\ufe0f\u20e3", "ⴰ", "\u{1f6d8}"])("%j can be seen", (raw) => {
    expect(readText(raw, NAME)).toEqual({ ok: true, value: raw });
  });
});

describe("length is what a reader counts", () => {
  test("a family, a flag, a letter with its marks are one each", () => {
    expect(lengthOf("👨\u200d👩\u200d👧\u200d👦🇩🇪e\u0323\u0302한".normalize("NFD"))).toBe(4);
    expect(firstOf("👨\u200d👩\u200d👧\u200d👦🇩🇪ab", 2)).toBe("👨\u200d👩\u200d👧\u200d👦🇩🇪");
    expect(readText("👍🏿".repeat(60), NAME).ok).toBe(true);
  });

  test("a long text is counted as its parts are, and in no time that grows faster than it", () => {
    const part = "👨\u200d👩\u200d👧\u200d👦🇩🇪e\u0323\u0302각x";
    expect(lengthOf(part.repeat(200))).toBe(200 * lengthOf(part));
    expect(lengthOf(`a${"\u0301".repeat(2_000)}b`)).toBe(2);
    expect(firstOf(part.repeat(200), 500)).toBe(part.repeat(100));
    for (const raw of [
      "a".repeat(48_000),
      `a${" ".repeat(48_000)}b`,
      " \n".repeat(24_000),
      "\u200d".repeat(48_000),
      "👩🏽".repeat(12_000),
    ]) {
      const before = performance.now();
      readText(raw, { needed: true, max: 2_000, lines: 20 });
      expect(performance.now() - before).toBeLessThan(1_500);
    }
  });

  test("a longer one is refused with how long it is and may be", () => {
    expect(readText("é".repeat(61), NAME)).toEqual({
      ok: false,
      refusal: "too_long",
      facts: { length: 61, max: 60 },
    });
    expect(readText("👨\u200d👩\u200d👧\u200d👦".repeat(60), NAME)).toEqual({
      ok: false,
      refusal: "too_long",
      facts: { bytes: 1_500, maxBytes: 960 },
    });
  });
});

test("right-to-left words are kept apart in a sentence, others are left as they are", () => {
  expect(isolated("עדה")).toBe("\u2068עדה\u2069");
  expect(isolated("Ada")).toBe("Ada");
});
