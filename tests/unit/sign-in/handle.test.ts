import { describe, expect, test } from "vitest";
import { handleFrom, numberedHandle, tidyName } from "@/lib/domain/people/handle";

describe("a handle comes from a name", () => {
  test.each([
    ["Ada Krüger", "ada_krueger"],
    ["  Zoë  Müller-Straße ", "zoe_mueller_strasse"],
    ["Łukasz", "lukasz"],
    ["李小龍", "member"],
    ["x", "member"],
    ["Admin", "member"],
    ["a".repeat(50), "a".repeat(30)],
  ])("%s becomes %s", (name, handle) => {
    expect(handleFrom(name)).toBe(handle);
  });

  test("a number behind it never makes it too long", () => {
    expect(numberedHandle("a".repeat(30), 4821)).toBe(`${"a".repeat(26)}4821`);
    expect(numberedHandle("ada", 2)).toBe("ada2");
  });
});

test("a name holds nothing that can fool a reader", () => {
  expect(tidyName("  Eve\u202e\u0000 \n Lang ✓ ")).toBe("Eve  Lang");
  expect([...tidyName("😀".repeat(80))]).toHaveLength(60);
  expect(tidyName("Plenum Support")).toBe("");
});
