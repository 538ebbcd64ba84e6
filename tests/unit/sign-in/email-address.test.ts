import { describe, expect, test } from "vitest";
import { mailboxOf, normalizeAddress } from "@/lib/domain/sign-in/email-address";

describe("an address has one spelling", () => {
  test.each([
    ["Ada@Example.org", "ada@example.org"],
    ["  ada@example.org  ", "ada@example.org"],
    ["ａda＠example．org", "ada@example.org"],
    ["ada+news@example.org", "ada+news@example.org"],
    ["Ann.O'Neill@Example.org", "ann.o'neill@example.org"],
    ["ada@bücher.example", "ada@xn--bcher-kva.example"],
    ["ada@exаmple.org", "ada@xn--exmple-4nf.org"],
  ])("%s is %s", (typed, expected) => {
    expect(normalizeAddress(typed)).toBe(expected);
  });
});

describe("what is no address is refused", () => {
  test.each([
    "",
    "ada",
    "@example.org",
    "ada@",
    "ada@localhost",
    "ada@a@example.org",
    "ada＠a@example.org",
    "ada@example.org,eve@evil.example",
    "ada@example.org\nBcc: eve@evil.example",
    '"ada"@example.org',
    "Ada <ada@example.org>",
    "ada @example.org",
    "ada@example.org/path",
    "ada@exa%mple.org",
    "ada@-example.org",
    "ada@example..org",
    "a\u202eda@example.org",
    "a\u200bda@example.org",
    "ada@127.1",
    `${"a".repeat(65)}@example.org`,
    `ada@${"a".repeat(250)}.org`,
  ])("%j", (typed) => {
    expect(normalizeAddress(typed)).toBeNull();
  });
});

describe("spellings of one mailbox count together", () => {
  test.each([
    ["ada+news@example.org", "ada@example.org"],
    ["a.d.a+1+2@gmail.com", "ada@gmail.com"],
    ["a.d.a@example.org", "a.d.a@example.org"],
    ["+ada@example.org", "+ada@example.org"],
  ])("%s is read at %s", (address, mailbox) => {
    expect(mailboxOf(address)).toBe(mailbox);
  });
});
