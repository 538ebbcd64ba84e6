import { describe, expect, it } from "vitest";
import { type PrivacyFacts, seesWhereabouts, seesWholeProfile, WHEREABOUTS } from "@/lib/domain/people/privacy";

const OPEN: PrivacyFacts = { protected: false, whereabouts: "everyone", followsViewer: false, isSelf: false };

describe("a protected profile", () => {
  it("shows its whole to people whom its person follows, and to nobody else but themselves", () => {
    expect(seesWholeProfile(OPEN)).toBe(true);
    expect(seesWholeProfile({ ...OPEN, protected: true })).toBe(false);
    expect(seesWholeProfile({ ...OPEN, protected: true, followsViewer: true })).toBe(true);
    expect(seesWholeProfile({ ...OPEN, protected: true, isSelf: true })).toBe(true);
  });

  it("tells nobody where its person is who does not see the rest", () => {
    expect(seesWhereabouts({ ...OPEN, protected: true })).toBe(false);
    expect(seesWhereabouts({ ...OPEN, protected: true, followsViewer: true })).toBe(true);
  });
});

describe("where somebody is", () => {
  it.each([
    ["everyone", true, true],
    ["followed", false, true],
    ["nobody", false, false],
  ] as const)("is told to %s", (whereabouts, toStranger, toFollowed) => {
    expect(seesWhereabouts({ ...OPEN, whereabouts })).toBe(toStranger);
    expect(seesWhereabouts({ ...OPEN, whereabouts, followsViewer: true })).toBe(toFollowed);
  });

  it("is always told to oneself", () => {
    for (const whereabouts of WHEREABOUTS) expect(seesWhereabouts({ ...OPEN, whereabouts, isSelf: true })).toBe(true);
  });
});
