import { describe, expect, test } from "vitest";
import { safeNextPath } from "@/lib/domain/sign-in/next-path";

describe("after signing in one lands on this site", () => {
  test.each(["/", "/rooms/1", "/rooms/1?listen=1#stage", "/@ada", "/search?q=a%2Fb", "/a?next=//evil.example"])(
    "%s is kept",
    (next) => {
      expect(safeNextPath(next)).toBe(next);
    },
  );

  test.each([
    null,
    undefined,
    "",
    "rooms",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/a/..//evil.example",
    "/%2e//evil.example",
    "https://evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    `/${"a".repeat(2_000)}`,
    "/a\u202eb",
  ])("%j becomes /", (next) => {
    expect(safeNextPath(next)).toBe("/");
  });
});
