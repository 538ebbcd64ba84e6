import { describe, expect, it } from "vitest";
import { isLoopback, judgeAddress } from "@/lib/domain/instance-address";

const asked = (host: string, protocol: "http:" | "https:" | null = null, isFirstHand = true) => ({
  host,
  protocol,
  isFirstHand,
});

describe("an instance at http://localhost:3000", () => {
  const own = "http://localhost:3000";
  it.each([
    ["localhost:3000", "right"],
    ["LOCALHOST:3000", "right"],
    ["127.0.0.1:3000", "alias"],
    ["127.8.8.8:3000", "alias"],
    ["[::1]:3000", "alias"],
    ["127.0.0.1:8080", "other"],
    ["localhost", "other"],
    ["192.168.1.7:3000", "other"],
    ["127.0.0.1.evil.example:3000", "other"],
    ["localhost@evil.example", "other"],
    ["evil.example/localhost:3000", "other"],
    ["", "other"],
    ["[::1", "other"],
  ] as const)("is at %s: %s", (host, verdict) => expect(judgeAddress(asked(host), own)).toBe(verdict));
});

describe("an instance at https://plenum.example", () => {
  const own = "https://plenum.example";
  it.each([
    [asked("plenum.example", "https:"), "right"],
    [asked("plenum.example:443", "https:"), "right"],
    [asked("plenum.example"), "right"],
    [asked("plenum.example", "http:"), "other"],
    [asked("www.plenum.example", "https:"), "other"],
    [asked("plenum.example:8443", "https:"), "other"],
    [asked("203.0.113.7", "http:"), "other"],
    [asked("127.0.0.1:3000"), "other"],
    // A proxy that asks by its upstream's name hides what was typed.
    [asked("127.0.0.1:3000", null, false), "right"],
    [asked("web:3000", null, false), "right"],
    [asked("10.0.0.7", "https:", false), "right"],
    [asked("www.plenum.example", "https:", false), "other"],
  ] as const)("is asked for at %o: %s", (address, verdict) => expect(judgeAddress(address, own)).toBe(verdict));
});

it("loopback is this machine's names and no others that look like them", () => {
  expect(["localhost", "127.0.0.1", "127.255.0.3", "[::1]"].every(isLoopback)).toBe(true);
  const others = [
    "",
    "localhost.evil.example",
    "xlocalhost",
    "127.0.0.1.nip.io",
    "0.0.0.0",
    "10.0.0.1",
    "[::2]",
    "::1",
  ];
  expect(others.filter(isLoopback)).toEqual([]);
});
