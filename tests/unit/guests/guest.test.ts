import { describe, expect, it } from "vitest";
import {
  answerInvitation,
  type Bearer,
  claimInvitation,
  type Invitation,
  standingOfLink,
} from "@/lib/domain/guests/guest";

const grace: Bearer = { id: "grace", kind: "guest" };
const other: Bearer = { id: "other", kind: "guest" };
const gil: Bearer = { id: "gil", kind: "member" };
const eve: Bearer = { id: "eve", kind: "member" };

const invited = (facts: Partial<Invitation> = {}): Invitation => ({
  ...{ state: "invited", personId: null, claimedById: null, accountNeeded: false, replaced: false, room: "scheduled" },
  ...facts,
});

const accepted = (facts: Partial<Invitation> = {}) => invited({ state: "accepted", personId: "grace", ...facts });

describe("what a guest's link is to who opens it", () => {
  it.each([
    ["nobody has answered it", invited(), null, "open"],
    ["somebody with a guest's cookie", invited(), other, "open"],
    ["the one who accepted", accepted(), grace, "mine"],
    ["another browser afterwards", accepted(), null, "elsewhere"],
    ["another guest afterwards", accepted(), other, "elsewhere"],
    ["who said that it is them", accepted({ claimedById: "other" }), other, "claimed"],
    ["a browser without a name meanwhile", accepted({ claimedById: "other" }), null, "elsewhere"],
    ["no account where one is needed", invited({ accountNeeded: true }), other, "sign_in"],
    ["an account where one is needed", invited({ accountNeeded: true }), gil, "open"],
    ["another account afterwards", accepted({ accountNeeded: true, personId: "gil" }), eve, "for_another"],
    ["no account afterwards", accepted({ accountNeeded: true, personId: "gil" }), null, "sign_in"],
    ["an invited member", invited({ accountNeeded: true, personId: "gil" }), gil, "open"],
    ["another member", invited({ accountNeeded: true, personId: "gil" }), eve, "for_another"],
    ["an old link", invited({ replaced: true }), other, "replaced"],
    ["an old link of who accepted", accepted({ replaced: true }), grace, "mine"],
    ["a revoked one, whoever it is", accepted({ state: "revoked" }), grace, "revoked"],
    ["once it is over", accepted({ room: "ended" }), grace, "over"],
    ["while it is live", accepted({ room: "live" }), grace, "mine"],
  ] as const)("%s", (_, invitation, bearer, standing) => {
    expect(standingOfLink(invitation, bearer)).toBe(standing);
  });
});

describe("answering", () => {
  it("is for the open link and for who answered it, and a second browser is never let in by it", () => {
    expect(answerInvitation(invited(), null)).toEqual({ ok: true, value: "open" });
    expect(answerInvitation(accepted(), grace)).toEqual({ ok: true, value: "mine" });
    for (const bearer of [null, other, eve])
      expect(answerInvitation(accepted(), bearer)).toMatchObject({ refusal: "not_allowed" });
    expect(answerInvitation(accepted({ claimedById: "other" }), other)).toMatchObject({ refusal: "not_allowed" });
    expect(answerInvitation(invited({ replaced: true }), null)).toMatchObject({ refusal: "link_spent" });
    expect(answerInvitation(invited({ accountNeeded: true }), grace)).toMatchObject({ refusal: "members_only" });
    expect(answerInvitation(invited({ room: "ended" }), null)).toMatchObject({ refusal: "room_ended" });
  });

  it("that a link is theirs is only said where somebody else answered it", () => {
    expect(claimInvitation(accepted(), other)).toEqual({ ok: true, value: "claim" });
    expect(claimInvitation(accepted(), null)).toEqual({ ok: true, value: "claim" });
    expect(claimInvitation(accepted({ claimedById: "other" }), other)).toEqual({ ok: true, value: "done" });
    expect(claimInvitation(accepted(), grace)).toEqual({ ok: true, value: "done" });
    expect(claimInvitation(invited(), other)).toMatchObject({ refusal: "not_allowed" });
    expect(claimInvitation(accepted({ state: "revoked" }), other)).toMatchObject({ refusal: "link_spent" });
  });
});
