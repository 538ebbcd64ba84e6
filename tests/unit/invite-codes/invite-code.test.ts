import { describe, expect, test } from "vitest";
import { codeState, invitesLeft, readInviteCode, writeCode } from "@/lib/domain/invite-codes/invite-code";

const NOW = new Date("2026-11-30T12:00:00Z");
const LATER = new Date("2026-12-01T12:00:00Z");
const OPEN = { maxUses: 2, uses: 1, expiresAt: LATER, revokedAt: null, makerIsHere: true };

describe("a code", () => {
  test.each([
    ["open", {}],
    ["spent", { uses: 2 }],
    ["spent", { expiresAt: NOW }],
    ["gone", { revokedAt: NOW }],
    ["gone", { makerIsHere: false }],
    ["gone", { revokedAt: NOW, uses: 2, expiresAt: NOW }],
  ] as const)("is %s with %j", (state, change) => {
    expect(codeState({ ...OPEN, ...change }, NOW)).toBe(state);
  });

  test("is written from 60 bits and read as people type it", () => {
    const code = writeCode(Uint8Array.from([0, 68, 50, 20, 199, 66, 84, 182, 255]));
    expect(code).toBe("0123-4567-89ab");
    for (const typed of [
      code,
      "0123456789AB",
      "\u200e٠١٢٣-٤٥٦٧-٨٩ab",
      " 0123 4567 89ab ",
      "o123–4567–89ab",
      "0I23-4567-89ab",
      "0l23-4567-89AB",
    ])
      expect(readInviteCode(typed)).toBe(code);
    expect(writeCode(new Uint8Array(32).fill(255))).toBe("zzzz-zzzz-zzzz");
  });

  test.each(["", "0123-4567-89a", "0123-4567-89abc", "u123-4567-89ab", "0123/4567/89ab", "x".repeat(100)])(
    "is not %j",
    (typed) => expect(readInviteCode(typed)).toBeNull(),
  );
});

describe("who invites", () => {
  test("promises five people a place, and those who came count for good", () => {
    expect(invitesLeft({ admin: false }, [], NOW)).toBe(5);
    expect(invitesLeft({ admin: false }, [OPEN, { ...OPEN, uses: 0, maxUses: 1 }], NOW)).toBe(2);
    expect(invitesLeft({ admin: false }, [{ ...OPEN, uses: 2, maxUses: 5, revokedAt: NOW }], NOW)).toBe(3);
    expect(invitesLeft({ admin: false }, [{ ...OPEN, uses: 1, maxUses: 5, expiresAt: NOW }], NOW)).toBe(4);
  });

  test("has none left, and never less than none, e.g. once no admin any more", () => {
    expect(invitesLeft({ admin: false }, [{ ...OPEN, uses: 5, maxUses: 5, expiresAt: NOW }], NOW)).toBe(0);
    expect(invitesLeft({ admin: false }, [{ ...OPEN, maxUses: 900 }], NOW)).toBe(0);
  });

  test("as an admin promises as many as they like", () => {
    expect(invitesLeft({ admin: true }, [{ ...OPEN, maxUses: 900 }], NOW)).toBeNull();
  });
});
