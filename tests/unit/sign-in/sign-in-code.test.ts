import { describe, expect, test } from "vitest";
import { judgeCode, MAX_CODE_TRIES, readCode } from "@/lib/domain/sign-in/sign-in-code";

const NOW = new Date("2026-11-23T12:00:00Z");
const fresh = {
  tries: 0,
  expiresAt: new Date("2026-11-23T12:10:00Z"),
  usedAt: null,
  codeMatches: true,
};

describe("a code", () => {
  test("lets in who asked for it", () => {
    expect(judgeCode(fresh, NOW)).toBe("accepted");
    expect(judgeCode({ ...fresh, tries: MAX_CODE_TRIES - 1 }, NOW)).toBe("accepted");
  });

  test("that is wrong costs a try", () => {
    expect(judgeCode({ ...fresh, codeMatches: false }, NOW)).toBe("wrong");
  });

  test.each([
    ["after five wrong tries", { tries: MAX_CODE_TRIES }],
    ["once its time is over", { expiresAt: NOW }],
    ["once it was used", { usedAt: new Date("2026-11-23T11:59:00Z") }],
  ])("lets nobody in %s, and costs no try", (_, change) => {
    expect(judgeCode({ ...fresh, ...change }, NOW)).toBe("void");
    expect(judgeCode({ ...fresh, codeMatches: false, ...change }, NOW)).toBe("void");
  });

  test("may be typed with gaps", () => {
    expect(readCode(" 123 456 ")).toBe("123456");
    expect(readCode("123-456")).toBe("123456");
    expect(readCode("１２３４５６")).toBe("123456");
    expect(readCode("123 456 789 012")).toBe("123456789012");
    expect(readCode("12345")).toBeNull();
    expect(readCode("1234567")).toBeNull();
    expect(readCode("12345a")).toBeNull();
  });

  test("may be typed on an Arabic or Persian keyboard, and pasted with marks of direction", () => {
    expect(readCode("٠١٢٣٤٩")).toBe("012349");
    expect(readCode("۰۱۲۳۴۹")).toBe("012349");
    expect(readCode("\u2068012349\u2069")).toBe("012349");
    expect(readCode("٠١٢٣٤ء")).toBeNull();
  });
});
