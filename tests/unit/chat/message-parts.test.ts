import { describe, expect, it } from "vitest";
import { mentions, messageParts } from "@/lib/client/chat/message-parts";

const links = (line: string) => messageParts(line).flatMap((part) => (part.kind === "link" ? [part.href] : []));

describe("the parts of a line", () => {
  it("together are the line, with its links and mentions found", () => {
    const line = "See https://example.org/a?b=1, @ada_l and example.com.";
    const parts = messageParts(line);
    expect(parts.map(({ text }) => text).join("")).toBe(line);
    expect(parts).toContainEqual({
      kind: "link",
      text: "https://example.org/a?b=1",
      href: "https://example.org/a?b=1",
    });
    expect(parts).toContainEqual({ kind: "mention", text: "@ada_l", handle: "ada_l" });
    expect(links(line)).toEqual(["https://example.org/a?b=1", "http://example.com"]);
  });

  it("nothing but http and https becomes a link", () => {
    for (const line of [
      "javascript:alert(1)",
      "data:text/html,x",
      "ftp://example.org",
      "mailto:a@example.org",
      "//example.org/x",
    ]) {
      for (const href of links(line)) expect(href, line).toMatch(/^https?:\/\/example\.org/);
    }
    expect(links("javascript:alert(1)")).toEqual([]);
  });

  it("an address or a longer word is no mention", () => {
    expect(mentions("write to ada@dev", "dev")).toBe(false);
    expect(mentions("@devious", "dev")).toBe(false);
    expect(mentions("Thanks @dev!", "dev")).toBe(true);
  });
});
