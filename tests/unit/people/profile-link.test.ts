import { describe, expect, it } from "vitest";
import { readProfileLink } from "@/lib/domain/people/profile-link";

describe("a link of a profile", () => {
  it.each([
    ["https://example.org", "https://example.org/"],
    [" example.org/ada ", "https://example.org/ada"],
    ["HTTPS://Example.ORG/Ada?x=1#y", "https://example.org/Ada?x=1#y"],
    ["https://münchen.example/", "https://xn--mnchen-3ya.example/"],
    ["https://example.org:8443/", "https://example.org:8443/"],
  ])("%j is kept as %s", (typed, kept) => expect(readProfileLink(typed)).toEqual({ ok: true, value: kept }));

  it.each([
    "",
    "http://example.org/",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://ada:secret@example.org/",
    "https://localhost/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://0x7f.1/",
    "https://",
    "//",
    `https://example.org/${"a".repeat(500)}`,
  ])("%j is none", (typed) => expect(readProfileLink(typed)).toEqual({ ok: false, refusal: "link" }));
});
